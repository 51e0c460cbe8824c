#include "core/nn/state_dict_pickle.h"

#include "tests/core/nn/torch_file.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using test::PickleWriter;
using namespace std::string_view_literals;

namespace {

StateDict read(std::string_view pickle) {
    auto dict = readStateDict(pickle, "data.pkl");
    INFO((dict.ok() ? "" : describe(dict.error())));
    REQUIRE(dict.ok());
    return std::move(*dict);
}

/// `operations` behind the protocol's header; the error must name the pickle.
ErrorCode refused(std::string_view operations) {
    const auto dict = readStateDict(PickleWriter().raw(operations).bytes, "data.pkl");
    REQUIRE_FALSE(dict.ok());
    CHECK(dict.error().where == "data.pkl");
    CHECK_FALSE(dict.error().why.empty());
    return dict.error().code;
}

PickleWriter startOfTensor(const std::string& key = "0") {
    PickleWriter pickle;
    pickle.raw("}").text("a").global("torch._utils", "_rebuild_tensor_v2").raw("((");
    pickle.text("storage").global("torch", "FloatStorage").text(key).text("cpu").number(9).raw("tQ");
    return pickle;
}

ErrorCode refused(const PickleWriter& pickle) {
    return refused(std::string_view(pickle.bytes).substr(2));
}

} // namespace

TEST_CASE("a state dict is read with type, storage, offset, shape and strides") {
    const StateDict dict = read(test::stateDictPickle({{"a", {"FloatStorage", "0", 10, 4, {2, 3}, {3, 1}, false}},
                                                       {"b", {"HalfStorage", "1", 70'000, 300, {}, {}, false}},
                                                       {"c", {"BFloat16Storage", "2", 8, 0, {8}, {1}, true}},
                                                       {"ids", {"LongStorage", "3", 5, 0, {1, 5}, {5, 1}, false}}}));
    REQUIRE(dict.size() == 4);
    const PickledTensor& a = dict.at("a");
    CHECK(a.type == TensorType::Float32);
    CHECK(a.storageKey == "0");
    CHECK(a.offset == 4);
    CHECK(a.elementBytes == 4);
    CHECK(a.shape == std::vector<std::uint64_t>{2, 3});
    CHECK(a.strides == std::vector<std::uint64_t>{3, 1});
    CHECK(dict.at("b").type == TensorType::Float16);
    CHECK(dict.at("b").offset == 300);
    CHECK(dict.at("b").shape.empty());
    CHECK(dict.at("c").type == TensorType::BFloat16);
    CHECK(dict.at("ids").type == TensorType::Other);
    CHECK(dict.at("ids").elementBytes == 8);
}

TEST_CASE("a checkpoint of thousands of tensors outgrows one-byte memo places and Python's batches") {
    test::TorchTensors tensors;
    for (std::uint64_t i = 0; i < 2500; ++i)
        tensors.emplace_back("t" + std::to_string(i),
                             test::TorchTensor{"FloatStorage", std::to_string(i), i + 1, 0, {i + 1}, {1}, false});
    const StateDict dict = read(test::stateDictPickle(tensors));
    REQUIRE(dict.size() == 2500);
    for (std::uint64_t i = 0; i < 2500; i += 499) {
        const PickledTensor& tensor = dict.at("t" + std::to_string(i));
        CHECK(tensor.storageKey == std::to_string(i));
        CHECK(tensor.shape == std::vector<std::uint64_t>{i + 1});
    }
}

TEST_CASE("a plain dictionary does, and what is no tensor is skipped") {
    PickleWriter pickle;
    pickle.raw("}(").text("steps").number(3).text("none").raw("N").text("rate").raw("G").raw(std::string(8, 'x'));
    pickle.text("names").raw("](").text("x").text("y").raw("e").text("a");
    test::pickleTensor(pickle, {"FloatStorage", "7", 2, 0, {2}, {1}, false});
    pickle.raw("u.");
    const StateDict dict = read(pickle.bytes);
    REQUIRE(dict.size() == 1);
    CHECK(dict.at("a").storageKey == "7");
}

TEST_CASE("the last of two tensors of one name counts, as in a dictionary") {
    PickleWriter pickle;
    pickle.raw("}");
    for (const char* key : {"0", "1"}) {
        pickle.text("a");
        test::pickleTensor(pickle, {"FloatStorage", key, 2, 0, {2}, {1}, false});
        pickle.raw("s");
    }
    CHECK(read(pickle.raw(".").bytes).at("a").storageKey == "1");
}

TEST_CASE("operations of protocol 4 are understood") {
    std::string name = "torch._utils";
    PickleWriter pickle;
    pickle.raw("\x95").raw(std::string(8, '\0')).raw("}\x94\x8c\x01").raw("a\x8c\x0c").raw(name);
    pickle.raw("\x8c\x12_rebuild_tensor_v2\x93((");
    pickle.text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(2).raw("tQ");
    pickle.number(0).tuple({2}).tuple({1}).raw("\x89N").raw("tRs.");
    CHECK(read(pickle.bytes).at("a").shape == std::vector<std::uint64_t>{2});
}

TEST_CASE("nothing that a pickle names is called") {
    CHECK(refused("cos\nsystem\n(X\x04\0\0\0echotR."sv) == ErrorCode::Parse);
    CHECK(refused("c__builtin__\neval\n(X\x01\0\0\0"
                  "1tR."sv) == ErrorCode::Parse);
}

TEST_CASE("what is no pickle of a dictionary is refused") {
    CHECK_FALSE(readStateDict("", "data.pkl").ok());
    CHECK(refused("") == ErrorCode::Parse);
    CHECK(refused(".") == ErrorCode::Parse);
    CHECK(refused("N.") == ErrorCode::Parse);
    CHECK(refused(").") == ErrorCode::Parse);
    CHECK(refused("}") == ErrorCode::Parse);   // no end
    CHECK(refused("}N.") == ErrorCode::Parse); // the dictionary is not what is left
    CHECK(refused("\xff.") == ErrorCode::Unsupported);
    CHECK(refused("I1\n.") == ErrorCode::Unsupported); // protocol 0
}

TEST_CASE("operations that take more than there is are refused") {
    for (const std::string_view operations : std::initializer_list<std::string_view>{
             "t.",  "u.",     "e.",    "s.",     "a.",    "R.",  "Q.",  "b.",  "q\0"sv,  "r\0\0\0\0"sv, "\x94", "\x85.",
             "Ns.", "N\x86.", "\x81.", "N\x81.", "\x93.", "(u.", "(e.", "](N", "h\x07.", "j\1\2\3\4."}) {
        CAPTURE(std::string(operations));
        CHECK(refused(operations) == ErrorCode::Parse);
    }
    // Cut short inside an operation.
    for (const std::string_view operations : std::initializer_list<std::string_view>{
             "K", "M\1", "J\1\2\3", "G1234567", "X\1\0\0"sv, "X\5\0\0\0abc"sv, "\x8a", "\x8a\4\1\2\3", "cmodule",
             "cmodule\nname", "\x95", "\x8d\1"}) {
        CAPTURE(std::string(operations));
        CHECK(refused(operations) == ErrorCode::Parse);
    }
}

TEST_CASE("sizes are bounded before anything is allocated") {
    CHECK(refused("X\xff\xff\xff\xff"sv) == ErrorCode::Parse);
    CHECK(refused("\x8d\xff\xff\xff\xff\xff\xff\xff\xff") == ErrorCode::Parse);
    CHECK(refused("\x8a\x09"
                  "123456789.") == ErrorCode::Parse);
    CHECK(refused("c" + std::string(300, 'm') + "\nname\n.") == ErrorCode::Parse);
    CHECK(refused(std::string(5'000'000, 'N') + ".") == ErrorCode::Parse);
    CHECK(refused(startOfTensor(std::string(101, '1')).number(0).tuple({1}).tuple({1}).raw("\x89NtRs.")) ==
          ErrorCode::Parse);
    const std::vector<std::uint64_t> many(17, 1);
    CHECK(refused(startOfTensor().number(0).tuple(many).tuple(many).raw("\x89NtRs.")) == ErrorCode::Parse);
}

TEST_CASE("a tensor described in another way is refused") {
    const auto tensor = [](const std::function<void(PickleWriter&)>& describe) {
        PickleWriter pickle = startOfTensor();
        describe(pickle);
        return refused(pickle.raw("\x89NtRs."));
    };
    CHECK(tensor([](PickleWriter& p) { p.number(0).tuple({2, 3}).tuple({1}); }) == ErrorCode::Parse);
    CHECK(tensor([](PickleWriter& p) { p.raw("J\xff\xff\xff\xff").tuple({2}).tuple({1}); }) == ErrorCode::Parse);
    CHECK(tensor([](PickleWriter& p) { p.number(0).raw("J\xff\xff\xff\xff\x85").tuple({1}); }) == ErrorCode::Parse);
    CHECK(tensor([](PickleWriter& p) { p.number(0).raw("N\x85").tuple({1}); }) == ErrorCode::Parse);
    CHECK(tensor([](PickleWriter& p) { p.number(0).raw("N").tuple({1}); }) == ErrorCode::Parse);
    CHECK(tensor([](PickleWriter& p) { p.raw("N").tuple({2}).tuple({1}); }) == ErrorCode::Parse);
    // A storage without a class, and a tensor without a storage.
    CHECK(refused(PickleWriter().raw("(").text("storage").text("x").text("0").text("cpu").number(1).raw("tQ.")) ==
          ErrorCode::Parse);
    CHECK(refused(
              PickleWriter().global("torch._utils", "_rebuild_tensor_v2").raw("(").number(0).number(0).raw("))tR.")) ==
          ErrorCode::Parse);
}

TEST_CASE("a pickle cut anywhere is refused") {
    const std::string whole = test::stateDictPickle({{"a", {"FloatStorage", "0", 6, 0, {2, 3}, {3, 1}, true}}});
    REQUIRE(readStateDict(whole, "data.pkl").ok());
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes)
        CHECK_FALSE(readStateDict(std::string_view(whole).substr(0, bytes), "data.pkl").ok());
}

#include "core/nn/pickle_machine.h"

#include <algorithm>
#include <cstring>

namespace neuroscribe::nn {
namespace {

/// A tensor takes some fifty operations, the largest checkpoints have a few ten thousand tensors. Every operation adds
/// one small value at most, so this bounds the memory too.
constexpr std::size_t kMaxOperations = 4'000'000;
constexpr std::size_t kMaxGlobalName = 200;
constexpr std::size_t kMaxStorageKey = 100; ///< torch.save counts them: "0", "1", ...
constexpr std::size_t kMaxDimensions = 16;

struct StorageType {
    const char* name;
    TensorType type;
    std::uint64_t bytes; ///< of one element
};
constexpr StorageType kStorageTypes[]{
    {"torch FloatStorage", TensorType::Float32, 4},     {"torch HalfStorage", TensorType::Float16, 2},
    {"torch BFloat16Storage", TensorType::BFloat16, 2}, {"torch DoubleStorage", TensorType::Other, 8},
    {"torch LongStorage", TensorType::Other, 8},        {"torch IntStorage", TensorType::Other, 4},
    {"torch ShortStorage", TensorType::Other, 2}};

} // namespace

Result<std::string_view> PickleMachine::take(std::uint64_t bytes) {
    if (bytes > m_input.size())
        return broken("the pickle ends too early");
    const std::string_view taken = m_input.substr(0, bytes);
    m_input.remove_prefix(bytes);
    return taken;
}

Result<std::string_view> PickleMachine::takeLine() {
    const std::size_t end = m_input.find('\n');
    if (end == std::string_view::npos)
        return broken("the pickle ends too early");
    NS_ASSIGN(const std::string_view line, take(end + 1));
    return line.substr(0, end);
}

Result<std::uint64_t> PickleMachine::takeNumber(std::size_t bytes) {
    NS_ASSIGN(const std::string_view raw, take(bytes));
    std::uint64_t value = 0;
    std::memcpy(&value, raw.data(), raw.size());
    return value;
}

Result<PickleValue> PickleMachine::pop() {
    if (m_stack.empty())
        return broken("the pickle takes more values than there are");
    const PickleValue value = m_stack.back();
    m_stack.pop_back();
    return value;
}

Result<PickleValue> PickleMachine::popKind(Kind kind, const char* what) {
    NS_ASSIGN(const PickleValue value, pop());
    if (value.kind != kind)
        return broken(std::string("the pickle has something else where ") + what + " should be");
    return value;
}

Result<std::vector<PickleValue>> PickleMachine::popToMark() {
    const auto mark = std::find_if(m_stack.rbegin(), m_stack.rend(),
                                   [](const PickleValue& value) { return value.kind == Kind::Mark; });
    if (mark == m_stack.rend())
        return broken("the pickle lacks a mark");
    std::vector<PickleValue> items(mark.base(), m_stack.end());
    m_stack.erase(mark.base() - 1, m_stack.end());
    return items;
}

PickleValue PickleMachine::makeText(std::string_view text, Kind kind) {
    m_texts.emplace_back(text);
    return {kind, static_cast<std::uint32_t>(m_texts.size() - 1)};
}

PickleValue PickleMachine::makeSequence(std::vector<PickleValue> items) {
    m_sequences.push_back(std::move(items));
    return {Kind::Sequence, static_cast<std::uint32_t>(m_sequences.size() - 1)};
}

Status PickleMachine::pushTuple(std::size_t items) {
    if (m_stack.size() < items)
        return broken("the pickle takes more values than there are");
    const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(items);
    std::vector<PickleValue> values(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    push(makeSequence(std::move(values)));
    return {};
}

Status PickleMachine::setItems(const std::vector<PickleValue>& items) {
    if (m_stack.empty() || items.size() % 2 != 0)
        return broken("the pickle sets items of nothing");
    if (m_stack.back().kind == Kind::Dictionary)
        for (std::size_t i = 0; i < items.size(); i += 2)
            m_dictionaries[m_stack.back().index].emplace_back(items[i], items[i + 1]);
    return {};
}

Status PickleMachine::append(const std::vector<PickleValue>& items) {
    if (m_stack.empty())
        return broken("the pickle appends to nothing");
    if (m_stack.back().kind == Kind::Sequence) {
        auto& sequence = m_sequences[m_stack.back().index];
        sequence.insert(sequence.end(), items.begin(), items.end());
    }
    return {};
}

Result<PickleValue> PickleMachine::makeGlobal(std::string_view module, std::string_view name) {
    if (module.size() + name.size() > kMaxGlobalName)
        return broken("the pickle has a class name of more than 200 characters");
    return makeText(std::string(module) + " " + std::string(name), Kind::Global);
}

/// ("storage", <class of the storage>, key, device, elements)
Status PickleMachine::persistentId() {
    NS_ASSIGN(const PickleValue tuple, popKind(Kind::Sequence, "a storage"));
    const auto& parts = m_sequences[tuple.index];
    if (parts.size() < 5 || parts[1].kind != Kind::Global || parts[2].kind != Kind::Text ||
        m_texts[parts[2].index].size() > kMaxStorageKey)
        return broken("the pickle describes a storage in an unknown way");
    PickledTensor storage;
    storage.storageKey = m_texts[parts[2].index];
    storage.elementBytes = 1; // of bytes, truth values and whatever else is no weight
    for (const StorageType& known : kStorageTypes)
        if (m_texts[parts[1].index] == known.name) {
            storage.type = known.type;
            storage.elementBytes = known.bytes;
        }
    m_storages.push_back(std::move(storage));
    push({Kind::Storage, static_cast<std::uint32_t>(m_storages.size() - 1)});
    return {};
}

Status PickleMachine::readSizes(PickleValue value, std::vector<std::uint64_t>& sizes) const {
    if (value.kind != Kind::Sequence || m_sequences[value.index].size() > kMaxDimensions)
        return broken("a tensor's shape is not a tuple of at most 16 numbers");
    for (const PickleValue& size : m_sequences[value.index]) {
        if (size.kind != Kind::Number || size.number < 0)
            return broken("a tensor's shape is not made of whole numbers from 0 on");
        sizes.push_back(static_cast<std::uint64_t>(size.number));
    }
    return {};
}

/// (storage, offset, shape, strides, ...)
Status PickleMachine::rebuildTensor(const std::vector<PickleValue>& arguments) {
    if (arguments.size() < 4 || arguments[0].kind != Kind::Storage || arguments[1].kind != Kind::Number ||
        arguments[1].number < 0)
        return broken("the pickle describes a tensor in an unknown way");
    PickledTensor tensor = m_storages[arguments[0].index];
    tensor.offset = static_cast<std::uint64_t>(arguments[1].number);
    NS_TRY(readSizes(arguments[2], tensor.shape));
    NS_TRY(readSizes(arguments[3], tensor.strides));
    if (tensor.shape.size() != tensor.strides.size())
        return broken("a tensor's shape and strides differ in length");
    m_tensors.push_back(std::move(tensor));
    push({Kind::Tensor, static_cast<std::uint32_t>(m_tensors.size() - 1)});
    return {};
}

/// The three calls that a state dict consists of; any other gives a value that nobody looks at.
Status PickleMachine::reduce() {
    NS_ASSIGN(const PickleValue arguments, popKind(Kind::Sequence, "arguments"));
    NS_ASSIGN(const PickleValue callable, pop());
    const std::string name = callable.kind == Kind::Global ? m_texts[callable.index] : "";
    const std::vector<PickleValue>& items = m_sequences[arguments.index];
    if (name == "torch._utils _rebuild_tensor_v2")
        return rebuildTensor(items);
    if (name == "torch._utils _rebuild_parameter" && !items.empty()) {
        push(items.front());
        return {};
    }
    if (name == "collections OrderedDict") {
        m_dictionaries.emplace_back();
        push({Kind::Dictionary, static_cast<std::uint32_t>(m_dictionaries.size() - 1)});
        return {};
    }
    push({Kind::Opaque});
    return {};
}

Result<StateDict> PickleMachine::collect(PickleValue top) const {
    if (top.kind != Kind::Dictionary)
        return broken("the checkpoint is not a dictionary of tensors");
    StateDict tensors;
    for (const auto& [key, value] : m_dictionaries[top.index])
        if (key.kind == Kind::Text && value.kind == Kind::Tensor)
            tensors.insert_or_assign(m_texts[key.index], m_tensors[value.index]);
    return tensors;
}

Result<StateDict> PickleMachine::run() {
    for (std::size_t operations = 0; !m_stopped; ++operations) {
        if (operations == kMaxOperations)
            return broken("the pickle has more operations than a state dict needs");
        NS_ASSIGN(const std::uint64_t operation, takeNumber(1));
        NS_TRY(step(static_cast<unsigned char>(operation)));
    }
    NS_ASSIGN(const PickleValue top, pop());
    return collect(top);
}

Result<StateDict> readStateDict(std::string_view pickle, const std::string& where) {
    return PickleMachine(pickle, where).run();
}

} // namespace neuroscribe::nn

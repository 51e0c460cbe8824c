// Embeddings and the parameters of a clustering in the study.
#include "core/descriptors/embedding_store.h"

#include "core/descriptors/clustering_record.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

/// A sentence with the topics "taste", "price" and "size" (ids 1, 2, 3) by an engine of the union, and "old" (4) that
/// nobody in it has named.
store::Project makeStudy(const test::ScratchFolder& scratch) {
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project.ok());
    const Status filled = project->writer().execute(
        "INSERT INTO category(id, name) VALUES (1, 'all');"
        "INSERT INTO import(id, sources, options, counts, finished_at) VALUES (1, '', '', '', '');"
        "INSERT INTO sentence(id, text, text_hash, category_id, words, split, import_id, source)"
        " VALUES (0, 'a', x'00', 1, 1, 0, 1, '');"
        "INSERT INTO engine(id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, parameters,"
        " created_at) VALUES (1, 'topics', '', 'lexical', 'lexical', '', '', '', '', '{}', '');"
        "INSERT INTO description VALUES (1, 0, '', 0, '', 0);"
        "INSERT INTO raw_descriptor(id, name) VALUES (1, 'taste'), (2, 'price'), (3, 'size'), (4, 'old');"
        "INSERT INTO description_descriptor VALUES (1, 0, 0, 3), (1, 0, 1, 1), (1, 0, 2, 2);");
    REQUIRE(filled.ok());
    return std::move(project).value();
}

std::vector<std::uint32_t> idsOf(const std::vector<RawDescriptor>& descriptors) {
    std::vector<std::uint32_t> ids;
    for (const RawDescriptor& descriptor : descriptors)
        ids.push_back(descriptor.id.value);
    return ids;
}

} // namespace

TEST_CASE("what was embedded comes back by id, and only the rest is missing") {
    const test::ScratchFolder scratch;
    store::Project project = makeStudy(scratch);
    store::Database& database = project.writer();
    const auto model = registerEmbeddingModel(database, "hash", "/models/a", 2);
    REQUIRE(model.ok());
    CHECK(idsOf(*loadWithoutEmbedding(database, *model)) == std::vector<std::uint32_t>{1, 2, 3});
    const RawDescriptorId members[] = {RawDescriptorId(3), RawDescriptorId(1)};
    const std::vector<float> values{0.6F, 0.8F, 1, 0};
    REQUIRE(storeEmbeddings(database, *model, members, MatrixView<const float>(values, 2, 2)).ok());
    CHECK(idsOf(*loadWithoutEmbedding(database, *model)) == std::vector<std::uint32_t>{2});
    const auto embeddings = loadEmbeddings(database, *model);
    REQUIRE(embeddings.ok());
    CHECK(idsOf(embeddings->descriptors) == std::vector<std::uint32_t>{1, 3});
    CHECK(embeddings->values == std::vector<float>{1, 0, 0.6F, 0.8F});
    const auto other = registerEmbeddingModel(database, "another", "/models/b", 3);
    REQUIRE(other.ok());
    CHECK(loadWithoutEmbedding(database, *other)->size() == 3);
    CHECK(loadEmbeddings(database, *other)->descriptors.empty());
}

TEST_CASE("a model is known by its identity, wherever its folder is") {
    const test::ScratchFolder scratch;
    store::Project project = makeStudy(scratch);
    store::Database& database = project.writer();
    const auto first = registerEmbeddingModel(database, "hash", "/models/a", 2);
    const auto moved = registerEmbeddingModel(database, "hash", "/elsewhere", 2);
    REQUIRE(first.ok());
    REQUIRE(moved.ok());
    CHECK(moved->id == first->id);
    CHECK(moved->folder == "/elsewhere");
    CHECK(loadEmbeddingModels(database)->size() == 1);
    CHECK(!findEmbeddingModel(database, "unheard")->has_value());
    CHECK(registerEmbeddingModel(database, "hash", "/models/a", 3).error().code == ErrorCode::Corrupt);
}

TEST_CASE("a vector of another length is damage") {
    const test::ScratchFolder scratch;
    store::Project project = makeStudy(scratch);
    store::Database& database = project.writer();
    const auto model = registerEmbeddingModel(database, "hash", "/models/a", 2);
    REQUIRE(model.ok());
    REQUIRE(database.execute("INSERT INTO embedding VALUES (1, 1, x'0000803f')").ok());
    CHECK(loadEmbeddings(database, *model).error().code == ErrorCode::Corrupt);
}

TEST_CASE("the parameters of the newest clustering are kept, damaged ones refused") {
    const test::ScratchFolder scratch;
    store::Project project = makeStudy(scratch);
    store::Database& database = project.writer();
    CHECK(!loadClustering(database)->has_value());
    ClusteringRecord record{.model = "hash", .method = ClusterMethod::Agglomerative, .threshold = 0.6, .minSize = 3};
    REQUIRE(saveClustering(database, record).ok());
    CHECK(*loadClustering(database) == record);
    record.count = 40;
    REQUIRE(saveClustering(database, record).ok());
    CHECK(*loadClustering(database) == record);
    for (const char* text :
         {"", "[]", "{}", "{\"model\":1}",
          "{\"model\":\"a\",\"method\":\"guess\",\"threshold\":1,\"count\":null,\"min_size\":1}",
          "{\"model\":\"a\",\"method\":\"community\",\"threshold\":1,\"count\":-1,\"min_size\":1}"}) {
        INFO(text);
        REQUIRE(database.execute(std::string("UPDATE clustering SET value = '") + text + "'").ok());
        CHECK(loadClustering(database).error().code == ErrorCode::Corrupt);
    }
    CHECK(parseMethod("k-means").error().code == ErrorCode::InvalidArgument);
}

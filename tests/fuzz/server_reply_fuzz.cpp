// Any bytes as the body of a server's reply, with any status: no answer is invented, and the key is never repeated.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/llm/server_reply.h"

using namespace neuroscribe;
using namespace neuroscribe::llm;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    static const std::string kKey = "sk-12345678";
    AskedServer asked{"http://host/v1", "m", kKey, {}, (data[1] & 1) != 0, (data[1] & 2) != 0};
    asked.dialect.api = (data[1] & 4) != 0 ? ServerApi::Completions : ServerApi::Chat;
    HttpReply reply;
    reply.status = data[0] < 128 ? 200 : 100 + 4 * (data[0] - 128);
    reply.body.assign(reinterpret_cast<const char*>(data + 2), size - 2);
    const Meaning meaning = meaningOf(asked, reply);
    if (meaning.kind == Meaning::Kind::Answered)
        require(reply.status / 100 == 2 && meaning.answer.text.find(kKey) == std::string::npos);
    if (meaning.answer.margin)
        require(std::isfinite(meaning.answer.margin->margin) && meaning.answer.margin->mass <= 1);
    require(meaning.failure.detail.find(kKey) == std::string::npos);
    require(describe(meaning.error).find(kKey) == std::string::npos);
    (void)readModels(reply.body);
    return 0;
}

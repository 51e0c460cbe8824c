#include "core/llm/http_client.h"

#if NEUROSCRIBE_WITH_HTTP

#include <algorithm>
#include <charconv>
#include <mutex>
#include <vector>

#include <curl/curl.h>

#include "core/llm/answer_text.h"

namespace neuroscribe::llm {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t kHeaderLimit = std::size_t{64} << 10;
constexpr std::chrono::seconds kLongestRetryAfter = std::chrono::hours(24 * 365);

struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using Multi = std::unique_ptr<CURLM, FreeMulti>;
using Headers = std::unique_ptr<curl_slist, FreeList>;

/// One request under way; reused for the next, with its buffers.
struct Transfer {
    Easy easy;
    std::size_t ticket = 0;
    std::size_t bodyLimit = 0;
    std::string request;
    HttpReply reply;
    std::size_t headerBytes = 0;
    char error[CURL_ERROR_SIZE] = {};
};

std::size_t takeBody(char* data, std::size_t one, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (transfer.reply.body.size() + one * count > transfer.bodyLimit) {
        transfer.reply.problem = HttpProblem::TooLarge;
        return 0;
    }
    transfer.reply.body.append(data, one * count);
    return one * count;
}

std::string_view headerValue(std::string_view line, std::string_view lowerCaseName) {
    return startsWithIgnoringCase(line, lowerCaseName) ? trimmed(line.substr(lowerCaseName.size()))
                                                       : std::string_view();
}

std::size_t takeHeader(char* data, std::size_t one, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const std::string_view line(data, one * count);
    transfer.headerBytes += line.size();
    if (transfer.headerBytes > kHeaderLimit) {
        transfer.reply.problem = HttpProblem::TooLarge;
        return 0;
    }
    if (const auto value = headerValue(line, "retry-after:"); !value.empty())
        transfer.reply.retryAfter = parseRetryAfter(value, std::chrono::system_clock::now());
    if (const auto value = headerValue(line, "location:"); !value.empty())
        transfer.reply.location = value;
    return line.size();
}

HttpProblem problemOf(CURLcode code) {
    switch (code) {
    case CURLE_OK:
        return HttpProblem::None;
    case CURLE_OPERATION_TIMEDOUT:
        return HttpProblem::TimedOut;
    case CURLE_FILESIZE_EXCEEDED:
        return HttpProblem::TooLarge;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return HttpProblem::Unreachable;
    default:
        return HttpProblem::Broken;
    }
}

class CurlClient final : public HttpClient {
public:
    CurlClient(const HttpSettings& settings, Multi multi, Headers headers)
        : m_settings(settings), m_multi(std::move(multi)), m_headers(std::move(headers)) {
        const auto connections = static_cast<long>(settings.connections);
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, connections);
    }
    ~CurlClient() override { abandonAll(); }

    void start(std::size_t ticket, const std::string& url, std::string body) override {
        auto transfer = takeIdle();
        transfer->ticket = ticket;
        transfer->request = std::move(body);
        prepare(*transfer, url);
        curl_multi_add_handle(m_multi.get(), transfer->easy.get());
        m_running.push_back(std::move(transfer));
    }

    std::size_t running() const override { return m_running.size(); }

    void run(Milliseconds wait, const OnReply& done) override {
        int stillRunning = 0;
        curl_multi_perform(m_multi.get(), &stillRunning);
        if (!handOn(done)) {
            curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(wait.count()), nullptr);
            curl_multi_perform(m_multi.get(), &stillRunning);
            handOn(done);
        }
    }

    void wakeUp() override { curl_multi_wakeup(m_multi.get()); }

    void abandonAll() override {
        for (auto& transfer : m_running)
            curl_multi_remove_handle(m_multi.get(), transfer->easy.get());
        m_running.clear();
    }

private:
    using Owned = std::unique_ptr<Transfer>;

    Owned takeIdle() {
        if (m_idle.empty()) {
            auto made = std::make_unique<Transfer>();
            made->easy.reset(curl_easy_init());
            return made;
        }
        Owned transfer = std::move(m_idle.back());
        m_idle.pop_back();
        return transfer;
    }

    void prepare(Transfer& transfer, const std::string& url) const {
        transfer.reply = {};
        transfer.headerBytes = 0;
        transfer.error[0] = '\0';
        transfer.bodyLimit = m_settings.bodyLimit;
        CURL* const easy = transfer.easy.get();
        curl_easy_reset(easy);
        curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
        if (!transfer.request.empty()) {
            curl_easy_setopt(easy, CURLOPT_POST, 1L);
            curl_easy_setopt(easy, CURLOPT_POSTFIELDS, transfer.request.data());
            curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.request.size()));
        }
        curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.error);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &takeBody);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &takeHeader);
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_settings.bodyLimit));
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_settings.connectTimeout.count()));
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_settings.totalTimeout.count()));
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "neuroscribe/" NEUROSCRIBE_VERSION);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
        // HTTP/2: wait for the connection that is there rather than open another.
        curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
    }

    /// True when there was a reply.
    bool handOn(const OnReply& done) {
        std::vector<Owned> finished;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result; // the message goes with the handle
            finished.push_back(takeRunning(message->easy_handle));
            conclude(*finished.back(), code);
        }
        for (Owned& transfer : finished) {
            HttpReply reply = std::move(transfer->reply);
            const std::size_t ticket = transfer->ticket;
            m_idle.push_back(std::move(transfer));
            done(ticket, std::move(reply));
        }
        return !finished.empty();
    }

    Owned takeRunning(CURL* easy) {
        curl_multi_remove_handle(m_multi.get(), easy);
        const auto found =
            std::find_if(m_running.begin(), m_running.end(), [&](const Owned& one) { return one->easy.get() == easy; });
        Owned transfer = std::move(*found);
        *found = std::move(m_running.back());
        m_running.pop_back();
        return transfer;
    }

    static void conclude(Transfer& transfer, CURLcode code) {
        HttpReply& reply = transfer.reply;
        long status = 0;
        curl_easy_getinfo(transfer.easy.get(), CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
        if (reply.problem == HttpProblem::None)
            reply.problem = problemOf(code);
        long sent = 0;
        curl_easy_getinfo(transfer.easy.get(), CURLINFO_REQUEST_SIZE, &sent);
        if (reply.problem == HttpProblem::TimedOut && sent == 0)
            reply.problem = HttpProblem::Unreachable;
        if (reply.problem == HttpProblem::None)
            return;
        reply.body = {};
        reply.detail = transfer.error[0] ? transfer.error : curl_easy_strerror(code);
        if (reply.problem == HttpProblem::TooLarge)
            reply.detail = "the reply is larger than " + std::to_string(transfer.bodyLimit >> 10) + " KiB";
    }

    HttpSettings m_settings;
    Multi m_multi;
    Headers m_headers;
    std::vector<Owned> m_running;
    std::vector<Owned> m_idle;
};

/// Takes over the list; null when there is no memory.
Headers appended(Headers list, const std::string& line) {
    curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
    if (longer)
        (void)list.release();
    return Headers(longer);
}

} // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::make(const HttpSettings& settings, const std::string& key) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Multi multi(curl_multi_init());
    auto headers = appended(nullptr, "Content-Type: application/json");
    headers = appended(std::move(headers), "Accept: application/json");
    headers = appended(std::move(headers), "Expect:"); // no round trip before the body
    if (!key.empty())
        headers = appended(std::move(headers), "Authorization: Bearer " + key);
    if (!multi || !headers)
        return Error{ErrorCode::OutOfMemory, "HTTP", "libcurl can't be set up", ""};
    return std::unique_ptr<HttpClient>(new CurlClient(settings, std::move(multi), std::move(headers)));
}

std::optional<Milliseconds> parseRetryAfter(std::string_view value, std::chrono::system_clock::time_point now) {
    const std::string text(trimmed(value));
    std::uint32_t seconds = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (end == text.data() + text.size() && (failure == std::errc() || failure == std::errc::result_out_of_range)) {
        const std::chrono::seconds wanted(failure == std::errc() ? seconds : UINT32_MAX);
        return std::min(wanted, kLongestRetryAfter);
    }
    const std::time_t date = curl_getdate(text.c_str(), nullptr);
    if (date < 0)
        return std::nullopt;
    // In whole seconds: a far date does not fit a time point.
    const std::int64_t wait = std::int64_t{date} - std::chrono::system_clock::to_time_t(now);
    return Milliseconds(std::chrono::seconds(std::clamp<std::int64_t>(wait, 0, kLongestRetryAfter.count())));
}

} // namespace neuroscribe::llm

#else

namespace neuroscribe::llm {

Result<std::unique_ptr<HttpClient>> HttpClient::make(const HttpSettings&, const std::string&) {
    return Error{ErrorCode::NotBuilt, "HTTP", "this build has no language models behind HTTP",
                 "Build with NEUROSCRIBE_WITH_HTTP=ON"};
}

std::optional<std::chrono::milliseconds> parseRetryAfter(std::string_view, std::chrono::system_clock::time_point) {
    return std::nullopt;
}

} // namespace neuroscribe::llm

#endif

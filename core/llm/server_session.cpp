#include "core/llm/server_session.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <vector>

namespace neuroscribe::llm {
namespace {

using Clock = RequestWindow::Clock;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kLongestWait{500};

struct Waiting {
    std::size_t prompt = 0;
    unsigned attempts = 0; ///< made so far
    Clock::time_point notBefore{};
    bool operator>(const Waiting& other) const { return notBefore > other.notBefore; }
};

struct Sent {
    unsigned attempt = 0;
    Dialect dialect;
    Clock::time_point time{};
};

} // namespace

Status ServerSettings::validate() const {
    NS_TRY(retry.validate());
    if (http.connections == 0 || http.connectTimeout.count() <= 0 || http.totalTimeout.count() <= 0)
        return Error{ErrorCode::InvalidArgument, "server", "connections and timeouts must be positive", ""};
    return {};
}

/// The prompts of one ask(). Memory: what is under way and what waits for another attempt.
class ServerSession::Call {
public:
    Call(ServerSession& session, std::size_t count, const Question& question, const OnAnswer& done)
        : m_session(session), m_count(count), m_question(question), m_done(done) {}

    bool isOver() const { return !m_status.ok() || (m_next == m_count && m_again.empty() && m_sent.empty()); }
    const Status& status() const { return m_status; }

    void send() {
        const Clock::time_point now = Clock::now();
        while (m_session.m_window.mayAsk(m_sent.size(), now)) {
            const std::optional<Waiting> next = takeNext(now);
            if (!next)
                return;
            const Dialect& dialect = m_session.m_asked.dialect;
            m_sent[next->prompt] = {next->attempts + 1, dialect, now};
            m_session.m_client->start(next->prompt, m_session.m_asked.baseUrl + requestPath(dialect.api),
                                      requestBody(dialect, m_question(next->prompt)));
        }
    }

    Milliseconds wait() const {
        const Clock::time_point now = Clock::now();
        Clock::time_point wake = now + kLongestWait;
        if (m_sent.size() < m_session.m_window.size()) {
            if (m_next < m_count)
                wake = std::min(wake, m_session.m_window.opens());
            if (!m_again.empty())
                wake = std::min(wake, std::max(m_again.front().notBefore, m_session.m_window.opens()));
        }
        return std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(wake - now));
    }

    void take(std::size_t prompt, HttpReply reply) {
        const Sent sent = m_sent[prompt];
        m_sent.erase(prompt);
        if (!m_status)
            return;
        AskedServer asked = m_session.m_asked;
        asked.dialect = sent.dialect;
        if (reply.problem == HttpProblem::Unreachable && isPointlessToTry(sent)) {
            m_status =
                Error{ErrorCode::Io, asked.baseUrl, "no server answers: " + sanitized(reply.detail, asked.key), ""};
            return;
        }
        m_session.m_reached = m_session.m_reached || reply.status != 0;
        follow(prompt, sent, meaningOf(asked, reply));
    }

private:
    /// What waits longest for another attempt, else the next that was never asked.
    std::optional<Waiting> takeNext(Clock::time_point now) {
        if (!m_again.empty() && m_again.front().notBefore <= now) {
            std::pop_heap(m_again.begin(), m_again.end(), std::greater<>());
            const Waiting next = m_again.back();
            m_again.pop_back();
            return next;
        }
        return m_next < m_count ? std::optional(Waiting{m_next++, 0, now}) : std::nullopt;
    }

    void putBack(const Waiting& waiting) {
        m_again.push_back(waiting);
        std::push_heap(m_again.begin(), m_again.end(), std::greater<>());
    }

    bool isPointlessToTry(const Sent& sent) const {
        return !m_session.m_reached || sent.attempt >= m_session.m_retry.attempts;
    }

    void follow(std::size_t prompt, const Sent& sent, Meaning meaning) {
        switch (meaning.kind) {
        case Meaning::Kind::Answered:
            m_session.m_asked.hasAnswered = true;
            m_session.m_window.answered();
            [[fallthrough]];
        case Meaning::Kind::Failed:
            m_status = m_done(prompt, std::move(meaning.failure), std::move(meaning.answer));
            break;
        case Meaning::Kind::Redo:
            if (sent.dialect == m_session.m_asked.dialect)
                m_session.m_asked.dialect = meaning.dialect;
            putBack({prompt, sent.attempt - 1, sent.time});
            break;
        case Meaning::Kind::Pointless:
            m_status = meaning.error;
            break;
        case Meaning::Kind::Again:
            tryAgain(prompt, sent, std::move(meaning));
            break;
        }
    }

    void tryAgain(std::size_t prompt, const Sent& sent, Meaning meaning) {
        const RetrySettings& retry = m_session.m_retry;
        if (meaning.retryAfter > retry.longestPause) {
            const auto seconds = std::chrono::ceil<std::chrono::seconds>(*meaning.retryAfter).count();
            m_status = Error{ErrorCode::Io, m_session.m_asked.baseUrl,
                             "the server asks not to be asked for " + std::to_string(seconds) + " s", "Go on later"};
            return;
        }
        const Clock::time_point now = Clock::now();
        if (meaning.overloaded)
            m_session.m_window.overloaded(sent.time, now, meaning.retryAfter);
        else
            m_session.m_window.narrow(sent.time, now);
        const bool timedOut = meaning.failure.failure == Failure::TimedOut;
        if (sent.attempt >= (timedOut ? std::min(retry.timedOutAttempts, retry.attempts) : retry.attempts)) {
            m_status = m_done(prompt, std::move(meaning.failure), {});
            return;
        }
        const Milliseconds pause = meaning.retryAfter ? *meaning.retryAfter : m_session.m_window.delay(sent.attempt);
        putBack({prompt, sent.attempt, now + pause});
    }

    ServerSession& m_session;
    std::size_t m_count;
    std::size_t m_next = 0; ///< the first prompt that was never asked
    const Question& m_question;
    const OnAnswer& m_done;
    std::unordered_map<std::size_t, Sent> m_sent;
    std::vector<Waiting> m_again; ///< heap, the earliest first
    Status m_status;
};

ServerSession::ServerSession(AskedServer asked, std::unique_ptr<HttpClient> client, const ServerSettings& settings)
    : m_asked(std::move(asked)), m_client(std::move(client)), m_retry(settings.retry),
      m_window(settings.http.connections, settings.retry, settings.seed) {}

Result<std::unique_ptr<ServerSession>> ServerSession::open(const EngineSpec& spec, const std::string& key,
                                                           const ServerSettings& settings) {
    NS_TRY(settings.validate());
    NS_ASSIGN(auto client, HttpClient::make(settings.http, key));
    AskedServer asked{spec.baseUrl, spec.model, key, {}, spec.api == ServerApi::Detect, false};
    if (spec.api == ServerApi::Completions)
        asked.dialect.api = ServerApi::Completions;
    return std::unique_ptr<ServerSession>(new ServerSession(std::move(asked), std::move(client), settings));
}

Status ServerSession::ask(std::size_t count, const Question& question, std::stop_token stop, const OnAnswer& done) {
    const std::stop_callback wake(stop, [this] { m_client->wakeUp(); });
    Call call(*this, count, question, done);
    while (!call.isOver() && !stop.stop_requested()) {
        call.send();
        m_client->run(call.wait(), [&](std::size_t prompt, HttpReply reply) { call.take(prompt, std::move(reply)); });
    }
    m_client->abandonAll();
    if (!call.isOver())
        return Error{ErrorCode::Cancelled, m_asked.baseUrl, "stopped", ""};
    return call.status();
}

} // namespace neuroscribe::llm

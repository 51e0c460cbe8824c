#include "core/corpus/json_record.h"

#include <nlohmann/json.hpp>

#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

using Json = nlohmann::json;

/// Receives the parser's events; only what lies directly in the outer object is kept.
class Handler final : public Json::json_sax_t {
public:
    explicit Handler(RawRecord& record) : m_record(record) {}

    bool null() override { return value({}, ValueKind::Null); }
    bool boolean(bool yes) override { return value(yes ? "true" : "false", ValueKind::Boolean); }
    bool number_integer(number_integer_t number) override { return value(std::to_string(number), ValueKind::Number); }
    bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number), ValueKind::Number); }
    bool number_float(number_float_t, const string_t& written) override { return value(written, ValueKind::Number); }
    bool string(string_t& text) override { return value(text, ValueKind::Text); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return enter(true); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(false); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override {
        if (m_depth == 1)
            m_name = name;
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const Json::exception& failure) override {
        // The library's text begins with its own name and number in brackets.
        const std::string what = failure.what();
        const std::size_t end = what.find("] ");
        m_record.problem = "not valid JSON: " + (end == std::string::npos ? what : what.substr(end + 2, 200));
        return false;
    }

private:
    bool value(std::string_view written, ValueKind kind) {
        if (m_depth == 0) {
            m_record.problem = "not a JSON object";
            return false;
        }
        return m_depth > 1 || m_record.add(m_name, written, kind);
    }
    bool enter(bool object) {
        if (m_depth == 0 && !object) {
            m_record.problem = "not a JSON object";
            return false;
        }
        return ++m_depth != 2 || m_record.add(m_name, {}, ValueKind::Nested);
    }
    bool leave() {
        --m_depth;
        return true;
    }

    RawRecord& m_record;
    std::string m_name;
    std::size_t m_depth = 0;
};

} // namespace

void parseJsonRecord(std::string& text, RawRecord& record) {
    record.replacedUtf8 = repairUtf8(text);
    Handler handler(record);
    if (!Json::sax_parse(text.begin(), text.end(), &handler) && record.problem.empty())
        record.problem = "not valid JSON";
}

} // namespace neuroscribe::corpus

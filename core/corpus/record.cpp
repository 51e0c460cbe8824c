#include "core/corpus/record.h"

namespace neuroscribe::corpus {

const Field* RawRecord::find(std::string_view name) const {
    for (auto field = fields.rbegin(); field != fields.rend(); ++field)
        if (field->name == name)
            return &*field;
    return nullptr;
}

void RawRecord::clear() {
    line = 0;
    id.clear();
    raw.clear();
    problem.clear();
    replacedUtf8 = false;
    fields.clear();
}

bool RawRecord::add(std::string_view name, std::string_view value, ValueKind kind) {
    if (fields.size() == kMaxFields) {
        problem = "more than " + std::to_string(kMaxFields) + " fields";
        return false;
    }
    fields.push_back({std::string(name), std::string(value), kind});
    return true;
}

} // namespace neuroscribe::corpus

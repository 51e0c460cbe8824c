// The stack machine behind readStateDict(). Values refer into arenas by index, so that no input can build a chain whose
// destruction recurses, or a cycle that leaks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/nn/state_dict_pickle.h"

namespace neuroscribe::nn {

struct PickleValue {
    enum class Kind : std::uint8_t { None, Mark, Number, Text, Global, Sequence, Dictionary, Storage, Tensor, Opaque };
    Kind kind = Kind::None;
    std::uint32_t index = 0; ///< into the arena of its kind
    std::int64_t number = 0; ///< of a Number
};

class PickleMachine {
public:
    PickleMachine(std::string_view pickle, const std::string& where) : m_input(pickle), m_where(where) {}
    Result<StateDict> run();

private:
    using Kind = PickleValue::Kind;

    Error broken(const std::string& why) const { return {ErrorCode::Parse, m_where, why, ""}; }
    Status step(unsigned char operation);
    Status stepLiteral(unsigned char operation, bool& handled);
    Status stepContainer(unsigned char operation, bool& handled);
    Status stepMemo(unsigned char operation, bool& handled);
    Status stepObject(unsigned char operation, bool& handled);

    Result<std::string_view> take(std::uint64_t bytes);
    Result<std::string_view> takeLine();
    Result<std::uint64_t> takeNumber(std::size_t bytes); ///< little-endian, 1 to 8 bytes
    Result<PickleValue> pop();
    Result<PickleValue> popKind(Kind kind, const char* what);
    /// What lies above the topmost mark, which goes too.
    Result<std::vector<PickleValue>> popToMark();
    void push(PickleValue value) { m_stack.push_back(value); }
    PickleValue makeText(std::string_view text, Kind kind = Kind::Text);
    PickleValue makeSequence(std::vector<PickleValue> items);

    Status pushTuple(std::size_t items);
    Status setItems(const std::vector<PickleValue>& items);
    Status append(const std::vector<PickleValue>& items);
    Result<PickleValue> makeGlobal(std::string_view module, std::string_view name);
    Status persistentId();
    Status reduce();
    Status rebuildTensor(const std::vector<PickleValue>& arguments);
    Status readSizes(PickleValue value, std::vector<std::uint64_t>& sizes) const;
    Result<StateDict> collect(PickleValue top) const;

    std::string_view m_input;
    const std::string& m_where;
    std::vector<PickleValue> m_stack;
    std::unordered_map<std::uint64_t, PickleValue> m_memo;
    std::vector<std::string> m_texts; ///< of Text and Global ("module name")
    std::vector<std::vector<PickleValue>> m_sequences;
    std::vector<std::vector<std::pair<PickleValue, PickleValue>>> m_dictionaries;
    std::vector<PickledTensor> m_storages; ///< key and type only
    std::vector<PickledTensor> m_tensors;
    bool m_stopped = false;
};

} // namespace neuroscribe::nn

// The operations of PickleMachine, by what they make. Codes as in Python's pickletools.
#include <cstdio>

#include "core/nn/pickle_machine.h"

namespace neuroscribe::nn {
namespace {

constexpr std::uint64_t kMaxText = 1U << 20;

/// Two's complement of up to eight bytes.
std::int64_t signedOf(std::uint64_t value, std::size_t bytes) {
    if (bytes == 0 || bytes >= 8)
        return static_cast<std::int64_t>(value);
    const unsigned shift = 64 - 8 * static_cast<unsigned>(bytes);
    return static_cast<std::int64_t>(value << shift) >> shift;
}

/// Bytes of a number that stands behind an operation of this kind; 0: none.
std::size_t lengthBytes(unsigned char operation) {
    switch (operation) {
    case 'X': // BINUNICODE
    case 'B': // BINBYTES
        return 4;
    case 0x8C: // SHORT_BINUNICODE
    case 'C':  // SHORT_BINBYTES
        return 1;
    case 0x8D: // BINUNICODE8
        return 8;
    default:
        return 0;
    }
}

} // namespace

Status PickleMachine::step(unsigned char operation) {
    bool handled = false;
    NS_TRY(stepLiteral(operation, handled));
    if (!handled)
        NS_TRY(stepContainer(operation, handled));
    if (!handled)
        NS_TRY(stepMemo(operation, handled));
    if (!handled)
        NS_TRY(stepObject(operation, handled));
    if (handled)
        return {};
    char code[8];
    std::snprintf(code, sizeof code, "0x%02x", operation);
    return Error{ErrorCode::Unsupported, m_where,
                 std::string("the pickle uses operation ") + code + ", which state dicts do not need",
                 "Save the model again as safetensors"};
}

Status PickleMachine::stepLiteral(unsigned char operation, bool& handled) {
    handled = true;
    if (const std::size_t width = lengthBytes(operation)) {
        NS_ASSIGN(const std::uint64_t length, takeNumber(width));
        if (length > kMaxText)
            return broken("the pickle has a text of more than a megabyte");
        NS_ASSIGN(const std::string_view text, take(length));
        push(makeText(text));
        return {};
    }
    switch (operation) {
    case 'N': // NONE
        push({});
        return {};
    case 0x88: // NEWTRUE
    case 0x89: // NEWFALSE
        push({Kind::Number, 0, operation == 0x88 ? 1 : 0});
        return {};
    case 'G': { // BINFLOAT: no state dict's tensor needs one
        NS_TRY(take(8));
        push({Kind::Opaque});
        return {};
    }
    case 'K':   // BININT1
    case 'M':   // BININT2
    case 'J': { // BININT
        const std::size_t width = operation == 'K' ? 1 : operation == 'M' ? 2 : 4;
        NS_ASSIGN(const std::uint64_t value, takeNumber(width));
        push({Kind::Number, 0, operation == 'J' ? signedOf(value, width) : static_cast<std::int64_t>(value)});
        return {};
    }
    case 0x8A: { // LONG1
        NS_ASSIGN(const std::uint64_t width, takeNumber(1));
        if (width > 8)
            return broken("the pickle has a number of more than eight bytes");
        NS_ASSIGN(const std::uint64_t value, takeNumber(width));
        push({Kind::Number, 0, signedOf(value, width)});
        return {};
    }
    default:
        handled = false;
        return {};
    }
}

Status PickleMachine::stepContainer(unsigned char operation, bool& handled) {
    handled = true;
    switch (operation) {
    case '(': // MARK
        push({Kind::Mark});
        return {};
    case '}': // EMPTY_DICT
        m_dictionaries.emplace_back();
        push({Kind::Dictionary, static_cast<std::uint32_t>(m_dictionaries.size() - 1)});
        return {};
    case ')': // EMPTY_TUPLE
    case ']': // EMPTY_LIST
        push(makeSequence({}));
        return {};
    case 0x85: // TUPLE1
    case 0x86: // TUPLE2
    case 0x87: // TUPLE3
        return pushTuple(operation - 0x84U);
    case 't': { // TUPLE
        NS_ASSIGN(auto items, popToMark());
        push(makeSequence(std::move(items)));
        return {};
    }
    case 'u':   // SETITEMS
    case 'e': { // APPENDS
        NS_ASSIGN(const auto items, popToMark());
        return operation == 'u' ? setItems(items) : append(items);
    }
    case 's': { // SETITEM
        NS_ASSIGN(const PickleValue value, pop());
        NS_ASSIGN(const PickleValue key, pop());
        return setItems({key, value});
    }
    case 'a': { // APPEND
        NS_ASSIGN(const PickleValue value, pop());
        return append({value});
    }
    default:
        handled = false;
        return {};
    }
}

Status PickleMachine::stepMemo(unsigned char operation, bool& handled) {
    handled = true;
    switch (operation) {
    case 'q':    // BINPUT
    case 'r':    // LONG_BINPUT
    case 0x94: { // MEMOIZE
        std::uint64_t place = m_memo.size();
        if (operation != 0x94) {
            NS_ASSIGN(place, takeNumber(operation == 'q' ? 1 : 4));
        }
        if (m_stack.empty())
            return broken("the pickle remembers nothing");
        m_memo[place] = m_stack.back();
        return {};
    }
    case 'h':   // BINGET
    case 'j': { // LONG_BINGET
        NS_ASSIGN(const std::uint64_t place, takeNumber(operation == 'h' ? 1 : 4));
        const auto found = m_memo.find(place);
        if (found == m_memo.end())
            return broken("the pickle recalls what it never remembered");
        push(found->second);
        return {};
    }
    default:
        handled = false;
        return {};
    }
}

Status PickleMachine::stepObject(unsigned char operation, bool& handled) {
    handled = true;
    switch (operation) {
    case 0x80: // PROTO
        NS_TRY(take(1));
        return {};
    case 0x95: // FRAME
        NS_TRY(take(8));
        return {};
    case 'c': { // GLOBAL
        NS_ASSIGN(const std::string_view module, takeLine());
        NS_ASSIGN(const std::string_view name, takeLine());
        NS_ASSIGN(const PickleValue global, makeGlobal(module, name));
        push(global);
        return {};
    }
    case 0x93: { // STACK_GLOBAL
        NS_ASSIGN(const PickleValue name, popKind(Kind::Text, "a name"));
        NS_ASSIGN(const PickleValue module, popKind(Kind::Text, "a module"));
        NS_ASSIGN(const PickleValue global, makeGlobal(m_texts[module.index], m_texts[name.index]));
        push(global);
        return {};
    }
    case 'Q': // BINPERSID
        return persistentId();
    case 'R': // REDUCE
        return reduce();
    case 0x81: // NEWOBJ
        NS_TRY(pop());
        NS_TRY(pop());
        push({Kind::Opaque});
        return {};
    case 'b': // BUILD: the attributes of an object, which a state dict keeps its version numbers in
        NS_TRY(pop());
        return {};
    case '.': // STOP
        m_stopped = true;
        return {};
    default:
        handled = false;
        return {};
    }
}

} // namespace neuroscribe::nn

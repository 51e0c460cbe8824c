// Result<T>: what a function that can fail returns. No exception leaves a core function; an expected failure is a
// value.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace neuroscribe {

/// What kind of thing went wrong. The window translates by this code; English details travel beside it.
enum class ErrorCode : std::uint8_t {
    Io,              ///< the operating system refused a read or write
    NotFound,        ///< a file, folder, row or name is not there
    AlreadyExists,   ///< would overwrite something a person made
    ReadOnly,        ///< the study or folder can't be written
    DiskFull,        ///< not enough free space
    Locked,          ///< another process has the study open
    Corrupt,         ///< damaged data: checksum, magic, structure
    NewerVersion,    ///< made by a newer Neuroscribe
    Truncated,       ///< a file ends too early
    Parse,           ///< text that does not follow its format
    InvalidArgument, ///< a parameter out of range
    Unsupported,     ///< well formed, but not something this program handles
    GitLfsPointer,   ///< a Git-LFS pointer instead of the file it stands for
    BadConfig,       ///< a model configuration that makes no sense
    MissingTensor,   ///< a checkpoint lacks a tensor
    ShapeMismatch,   ///< a tensor of the wrong shape or type
    NonFinite,       ///< NaN or infinity where a number is needed
    Overflow,        ///< a value does not fit the chosen type
    OutOfMemory,     ///< an allocation was refused
    Cancelled,       ///< the caller asked to stop; what is finished is kept
    NotBuilt,        ///< this build lacks an optional part
    MissingInput,    ///< an earlier step has not been run
    Stale,           ///< derived from data that has changed since
    Mismatch,        ///< two inputs that do not belong together
    Internal,        ///< a bug in this program
};

/// A failure: what (code), where (file:line, row, tensor, neuron), why and what to do about it (English).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string where; ///< "reviews.jsonl:12", "model.safetensors: encoder.layer.0...", may be empty
    std::string why;   ///< one sentence without final stop
    std::string hint;  ///< one sentence without final stop; may be empty

    bool operator==(const Error&) const = default;
};

/// Stable snake_case name of a code, for JSON and translation keys.
const char* errorName(ErrorCode code);
/// "error: WHAT (where): why. Hint." as the command line prints it, without a line break.
std::string describe(const Error& error);
/// Writes the error to stderr and aborts: a caller took a failure for a value.
[[noreturn]] void endWith(const Error& error);

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    bool ok() const { return m_state.index() == 0; }

    /// Asking a failure for its value ends the program with its error, in a release build too.
    T& value() & { return checked(), *std::get_if<0>(&m_state); }
    const T& value() const& { return checked(), *std::get_if<0>(&m_state); }
    T&& value() && { return checked(), std::move(*std::get_if<0>(&m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return assert(!ok()), *std::get_if<1>(&m_state); }

private:
    void checked() const {
        if (const Error* error = std::get_if<1>(&m_state)) [[unlikely]]
            endWith(*error);
    }

    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    bool ok() const { return !m_error; }
    const Error& error() const { return assert(m_error), *m_error; }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

} // namespace neuroscribe

#define NS_CONCAT_INNER(a, b) a##b
#define NS_CONCAT(a, b) NS_CONCAT_INNER(a, b)
/// Returns the error of `expr` (a Status) from the enclosing function, if it has one.
#define NS_TRY(expr)                                                                                                   \
    do {                                                                                                               \
        if (auto nsStatus = (expr); !nsStatus)                                                                         \
            return nsStatus.error();                                                                                   \
    } while (false)
/// `NS_ASSIGN(auto x, f())`: declares x from the value of f(), or returns its error.
#define NS_ASSIGN(decl, expr)                                                                                          \
    auto NS_CONCAT(nsResult, __LINE__) = (expr);                                                                       \
    if (!NS_CONCAT(nsResult, __LINE__))                                                                                \
        return NS_CONCAT(nsResult, __LINE__).error();                                                                  \
    decl = std::move(NS_CONCAT(nsResult, __LINE__)).value()

// Errors as data. A Diagnostic has a stable code, a place, what was found and expected, and help; rendering
// is somewhere else (base/render.hpp as text, report/ as JSON). Diagnostics collects them from every room,
// keeps them sorted by place, drops doubles, and counts what a limit hid.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace lacuna {

enum class Severity : std::uint8_t { error, warning, note };

// One row for each code in diagnostic_codes.def. Codes are never reused.
enum class Code : std::uint16_t {
#define LACUNA_CODE(name, code, severity, title) name,
#include "base/diagnostic_codes.def"
#undef LACUNA_CODE
};

struct CodeInfo {
    std::string_view code;  // "R003"
    std::string_view name;  // "unknown_name"
    Severity severity;
    std::string_view title;
};
[[nodiscard]] CodeInfo const& info(Code code);
[[nodiscard]] std::vector<Code> all_codes();
[[nodiscard]] std::string_view to_string(Severity severity);

struct Label {
    Span span;
    std::string text;
    auto operator<=>(Label const&) const = default;
};

// Replacing the bytes of `span` by `replacement` mends the cause for certain.
struct Fix {
    Span span;
    std::string replacement;
    auto operator<=>(Fix const&) const = default;
};

struct Diagnostic {
    Code code{};
    Severity severity = Severity::error;
    Span span;                       // primary place; an empty span at 0 for "the whole file"
    std::string message;             // one sentence, no full stop
    std::string label;               // short text under the caret, may be empty
    std::vector<Label> others;       // further places, e.g. "first declared here"
    std::vector<std::string> notes;  // "expected …", "found …"
    std::string help;                // what to do; may be empty
    std::optional<Fix> fix;
    bool operator==(Diagnostic const&) const = default;
};

// A diagnostic with the code's own severity.
[[nodiscard]] Diagnostic diagnose(Code code, Span span, std::string message, std::string help = {});

class Diagnostics {
  public:
    void add(Diagnostic diagnostic);
    void add(Diagnostics const& others);
    // Sorted by place, severity, code, text; equal ones once.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    [[nodiscard]] std::size_t errors() const;
    [[nodiscard]] std::size_t warnings() const;
    [[nodiscard]] bool empty() const { return all_.empty(); }

  private:
    [[nodiscard]] std::size_t count(Severity severity) const;
    std::vector<Diagnostic> all_;
};

}  // namespace lacuna

#include "base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace lacuna {
namespace {

constexpr std::array table{
#define LACUNA_CODE(name, code, severity, title) CodeInfo{code, #name, Severity::severity, title},
#include "base/diagnostic_codes.def"
#undef LACUNA_CODE
};

[[nodiscard]] bool before(Diagnostic const& a, Diagnostic const& b) {
    auto const key = [](Diagnostic const& d) {
        return std::tie(d.span, d.severity, d.code, d.message, d.label, d.others, d.notes, d.help);
    };
    return key(a) < key(b);
}

}  // namespace

CodeInfo const& info(Code code) {
    return table.at(static_cast<std::size_t>(code));
}

std::vector<Code> all_codes() {
    std::vector<Code> codes;
    for (std::size_t i = 0; i < table.size(); ++i) codes.push_back(static_cast<Code>(i));
    return codes;
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "";
}

Diagnostic diagnose(Code code, Span span, std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = info(code).severity;
    diagnostic.span = span;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

void Diagnostics::add(Diagnostic diagnostic) {
    all_.push_back(std::move(diagnostic));
}

void Diagnostics::add(Diagnostics const& others) {
    all_.insert(all_.end(), others.all_.begin(), others.all_.end());
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    auto result = all_;
    std::sort(result.begin(), result.end(), before);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](Diagnostic const& d) { return d.severity == severity; }));
}

std::size_t Diagnostics::errors() const {
    return count(Severity::error);
}
std::size_t Diagnostics::warnings() const {
    return count(Severity::warning);
}

}  // namespace lacuna

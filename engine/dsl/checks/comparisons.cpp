// Comparisons of values: the unit fits the kind of value, and the language says what its units are called.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

using ValueKind = Pattern::Kind;

[[nodiscard]] std::string_view called(ValueKind kind) {
    return kind == ValueKind::duration ? "a duration"
           : kind == ValueKind::money  ? "a sum of money"
           : kind == ValueKind::date   ? "a date"
                                       : "a number";
}

// Languages that bind the value and have no units for it; without units it is never found there.
[[nodiscard]] std::vector<std::string_view> without_units(ValueName const& value, Quantity::Kind kind,
                                                          Symbols const& symbols) {
    std::vector<std::string_view> missing;
    for (auto const language : value.languages)
        if (!symbols.quantities.contains({kind, language})) missing.push_back(language);
    return missing;
}

void check_units(Condition const& node, ValueName const& value, Symbols const& symbols,
                 Diagnostics& diagnostics) {
    auto const kind = *value.kinds.begin();
    bool const has_units = kind == ValueKind::duration || kind == ValueKind::money;
    if (value.kinds.size() != 1 || !has_units || symbols.nameless.contains("quantity")) return;
    auto const quantity = kind == ValueKind::duration ? Quantity::Kind::duration : Quantity::Kind::money;
    auto const missing = without_units(value, quantity, symbols);
    // A language that lacks them where another has them is a hole like any other; lint tells of those.
    if (missing.size() < value.languages.size() || symbols.language_unsure) return;
    diagnostics.add(diagnose(Code::rule_missing_clause, node.span,
                             fmt::format("'{}' never has a value: no quantity says in {} what units {} has",
                                         node.text, fmt::join(missing, ", "), called(kind)),
                             kind == ValueKind::duration
                                 ? "write in the lexicon: quantity duration { \"year\" = 1 year }"
                                 : "write in the lexicon: quantity money { \"dollar\" = 1 }"));
}

}  // namespace

void check_comparison(Condition const& node, ValueName const& value, Symbols const& symbols,
                      Diagnostics& diagnostics) {
    if (value.unsure) return;
    auto const wrong = [&](std::string message, std::string help) {
        diagnostics.add(diagnose(Code::rule_bad_number, node.span, std::move(message), std::move(help)));
    };
    if (value.kinds.empty())
        return wrong(fmt::format("'{}' names words, which have no value", node.text),
                     "give the name to a value: number, duration, money or date");
    bool const duration = value.kinds.contains(ValueKind::duration);
    if (node.unit != Unit::none && !duration)
        return wrong(
            fmt::format("'{}' is {}, which has no unit of time", node.text, called(*value.kinds.begin())),
            "write the number alone");
    if (node.unit == Unit::none && duration && value.kinds.size() == 1)
        return wrong(fmt::format("'{}' is a duration, which needs a unit", node.text),
                     "write one of year, month, week, day, hour after the number");
    check_units(node, value, symbols, diagnostics);
}

}  // namespace lacuna::dsl

#include "program/describe.hpp"

#include <fmt/format.h>

#include <cmath>

namespace lacuna::program {
namespace {

using Kind = dsl::Condition::Kind;

[[nodiscard]] bool simple(dsl::Condition const& condition) {
    return condition.children.empty();
}

[[nodiscard]] std::string inner(dsl::Condition const& condition) {
    return simple(condition) ? describe(condition) : "(" + describe(condition) + ")";
}

[[nodiscard]] std::string joined(dsl::Condition const& condition, std::string_view by) {
    std::string out;
    for (auto const& child : condition.children) {
        if (!out.empty()) out += by;
        out += inner(child);
    }
    return out;
}

[[nodiscard]] std::string scopes(dsl::Condition const& condition) {
    std::string out;
    for (auto const scope : condition.scopes) {
        if (!out.empty()) out += " or";
        out += scope == dsl::Scope::reference ? " by reference" : fmt::format(" in {}", to_string(scope));
    }
    if (!condition.part_headed.text.empty()) out += " in part headed " + condition.part_headed.text;
    return out;
}

[[nodiscard]] std::string_view sign(dsl::Compare compare) {
    switch (compare) {
        case dsl::Compare::less:
            return "<";
        case dsl::Compare::less_equal:
            return "<=";
        case dsl::Compare::greater:
            return ">";
        case dsl::Compare::greater_equal:
            return ">=";
        case dsl::Compare::equal:
            break;
    }
    return "=";
}

// As written: the tree holds durations in days.
[[nodiscard]] std::string amount(dsl::Condition const& condition) {
    constexpr std::string_view names[] = {"", "year", "month", "week", "day", "hour"};
    if (condition.unit == dsl::Unit::none) return fmt::format("{}", condition.number);
    auto const number = std::round(dsl::units_in(condition.number, condition.unit) * 1e6) / 1e6;
    return fmt::format("{} {}{}", number, names[static_cast<std::size_t>(condition.unit)],
                       number == 1 ? "" : "s");
}

}  // namespace

std::string describe(dsl::Condition const& condition) {
    switch (condition.kind) {
        case Kind::name:
            return condition.text;
        case Kind::words:
            return fmt::format("\"{}\"", condition.text);
        case Kind::exact:
            return fmt::format("'{}'", condition.text);
        case Kind::any:
            return joined(condition, " or ");
        case Kind::all:
            return joined(condition, " and ");
        case Kind::negation:
            return "not " + inner(condition.children.front());
        case Kind::near:
            return joined(condition, fmt::format(" near/{} ", condition.count));
        case Kind::before:
            return joined(condition, fmt::format(" before/{} ", condition.count));
        case Kind::with:
            return joined(condition, " with ");
        case Kind::at_least:
            return fmt::format("{} of ({})", condition.count, joined(condition, ", "));
        case Kind::scoped:
            return inner(condition.children.front()) + scopes(condition);
        case Kind::measure:
            return fmt::format("measure({})", condition.text);
        case Kind::heading_has:
            return "heading has " + inner(condition.children.front());
        case Kind::defines:
            return "defines " + condition.text;
        case Kind::refers_to:
            return "refers to " + condition.text;
        case Kind::value:
            return fmt::format("{} {} {}", condition.text, sign(condition.compare), amount(condition));
    }
    return {};
}

}  // namespace lacuna::program

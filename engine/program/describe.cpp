#include "program/describe.hpp"

#include <fmt/format.h>

#include <cmath>

namespace lacuna::program {
namespace {

using Kind = dsl::Condition::Kind;

// The words of the children, those that have children of their own in parentheses.
class Children {
  public:
    Children(dsl::Condition const& parent, std::vector<std::string_view> const& texts)
        : parent_(parent), texts_(texts) {}

    void append(std::size_t row, std::string& to) const {
        bool const simple = parent_.children[row].children.empty();
        to.append(simple ? "" : "(").append(texts_[row]).append(simple ? "" : ")");
    }
    [[nodiscard]] std::string only() const {
        std::string out;
        append(0, out);
        return out;
    }
    [[nodiscard]] std::string joined(std::string_view by) const {
        std::string out;
        for (std::size_t row = 0; row < texts_.size(); ++row) {
            if (row > 0) out += by;
            append(row, out);
        }
        return out;
    }

  private:
    dsl::Condition const& parent_;
    std::vector<std::string_view> const& texts_;
};

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

std::string describe(dsl::Condition const& condition, std::vector<std::string_view> const& texts) {
    Children const children(condition, texts);
    switch (condition.kind) {
        case Kind::name:
            return condition.text;
        case Kind::words:
            return '"' + condition.text + '"';
        case Kind::exact:
            return '\'' + condition.text + '\'';
        case Kind::any:
            return children.joined(" or ");
        case Kind::all:
            return children.joined(" and ");
        case Kind::negation:
            return "not " + children.only();
        case Kind::near:
            return children.joined(fmt::format(" near/{} ", condition.count));
        case Kind::before:
            return children.joined(fmt::format(" before/{} ", condition.count));
        case Kind::with:
            return children.joined(" with ");
        case Kind::at_least:
            return fmt::format("{} of ({})", condition.count, children.joined(", "));
        case Kind::scoped:
            return children.only() + scopes(condition);
        case Kind::measure:
            return fmt::format("measure({})", condition.text);
        case Kind::heading_has:
            return "heading has " + children.only();
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

// Conditions of measures and gates: names, what may stand where, and that nothing asks for the absence of
// what a further statute could bring.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "dsl/checks/checks.hpp"
#include "dsl/checks/wrong_names.hpp"
#include "dsl/keywords.hpp"

namespace lacuna::dsl {
namespace {

using K = Condition::Kind;
constexpr std::uint32_t widest_distance = 200;

class Checker {
  public:
    Checker(Measure const* measure, Kind const* kind, Symbols const& symbols, Diagnostics& diagnostics)
        : measure_(measure), kind_(kind), symbols_(symbols), diagnostics_(diagnostics) {}

    void check(Condition const& node, Clause clause) {
        clause_ = clause;
        element_ = clause == Clause::element ? element_of(node) : nullptr;
        around_ = {};
        visit(node, clause == Clause::unless);
    }

  private:
    [[nodiscard]] Element const* element_of(Condition const& node) const {
        for (auto const& element : measure_->elements)
            if (&element.condition == &node) return &element;
        return nullptr;
    }

    void visit(Condition const& node, bool negated) {
        if (clause_ == Clause::needs && node.kind == K::negation) {
            diagnostics_.add(diagnose(Code::rule_contradiction, node.span,
                                      "'needs' names what must be there, not what must be absent",
                                      "write 'unless' and the condition, without 'not'"));
            return;
        }
        name_of(node);
        place_of(node, negated);
        count_of(node);
        if (node.kind == K::near || node.kind == K::before || node.kind == K::with)
            for (auto const& child : node.children) must_be_words(child, node.kind);
        if (node.kind == K::heading_has) must_be_words(node.children.front(), node.kind);
        bool const inner = node.kind == K::negation ? !negated : negated;
        bool const whole = node.kind == K::all || node.kind == K::any || node.kind == K::negation;
        auto const outer = std::exchange(around_, whole ? around_ : std::optional(node.kind));
        for (auto const& child : node.children) visit(child, inner);
        around_ = outer;
    }

    void name_of(Condition const& node) {
        if (node.kind == K::name && clause_ == Clause::needs) return element(node);
        if (node.kind == K::name) return concept_name(node.text, node.span, around_);
        if (node.kind == K::defines) return concept_name(node.text, node.span, node.kind);
        if (node.kind == K::scoped && !node.part_headed.text.empty())
            return concept_name(node.part_headed.text, node.part_headed.span, K::heading_has);
        if ((node.kind == K::measure || node.kind == K::refers_to) && symbols_.measure(node.text) == nullptr)
            return report_no_measure(node, symbols_, diagnostics_);
        if (node.kind == K::value) value(node);
        if (node.kind == K::words || node.kind == K::exact) {
            Pattern words;
            words.kind = node.kind == K::words ? Pattern::Kind::words : Pattern::Kind::exact;
            words.text = node.text;
            words.span = node.span;
            check_words(words, diagnostics_);
        }
    }

    void concept_name(std::string_view name, Span span, std::optional<K> around) {
        if (symbols_.concepts.contains(name)) return;
        if (is_place(name) && !symbols_.is_failed(name))
            return diagnostics_.add(diagnose(Code::rule_unknown_name, span,
                                             fmt::format("concept '{}' is not declared", name),
                                             fmt::format("a place to look in is written: or in {}", name)));
        report_no_concept(name, span, {measure_, kind_, element_, around}, symbols_, diagnostics_);
    }

    void value(Condition const& node) {
        auto const known = symbols_.values.find(node.text);
        if (known != symbols_.values.end())
            return check_comparison(node, known->second, symbols_, diagnostics_);
        if (!symbols_.failed.empty() || !symbols_.nameless.empty()) return;
        std::vector<std::string> values, of_concept;
        for (auto const& [name, value] : symbols_.values) {
            values.emplace_back(name);
            if (value.concepts.contains(node.text)) of_concept.emplace_back(name);
        }
        if (symbols_.concepts.contains(node.text))
            return diagnostics_.add(
                diagnose(Code::rule_wrong_kind, node.span,
                         fmt::format("'{}' is a concept; a comparison needs the name of a value", node.text),
                         of_concept.empty()
                             ? fmt::format("give the value in '{}' a name: duration as its-name", node.text)
                             : fmt::format("write the value: {}", fmt::join(of_concept, " or "))));
        diagnostics_.add(with_suggestion(Code::rule_unknown_name, node.span,
                                         fmt::format("no concept binds a value to the name '{}'", node.text),
                                         node.text, values,
                                         fmt::format("write 'duration as {}' in a concept", node.text)));
    }

    void element(Condition const& node) {
        if (measure_ == nullptr) return;
        std::vector<std::string> names;
        for (auto const& one : measure_->elements) {
            if (one.name.text == node.text) return;
            names.push_back(one.name.text);
        }
        diagnostics_.add(with_suggestion(
            Code::rule_unknown_element, node.span,
            fmt::format("'{}' has no element '{}'", measure_->name.text, node.text), node.text, names,
            symbols_.concepts.contains(node.text)
                ? fmt::format("'needs' names elements; write first: conduct = {}", node.text)
                : fmt::format("say in the measure what it is: {} = …", node.text)));
    }

    // Adding a statute must never lower a verdict.
    void place_of(Condition const& node, bool negated) {
        if (!negated) return;
        bool const wide = std::any_of(node.scopes.begin(), node.scopes.end(), [](Scope scope) {
            return scope == Scope::set || scope == Scope::reference;
        });
        if (node.kind != K::measure && node.kind != K::refers_to && !wide) return;
        auto const what = node.kind == K::measure     ? fmt::format("measure({})", node.text)
                          : node.kind == K::refers_to ? fmt::format("refers to {}", node.text)
                                                      : std::string("what other acts hold");
        diagnostics_.add(diagnose(
            Code::rule_negated_measure, node.span, fmt::format("the absence of {} cannot be asked", what),
            "a further act in the set could bring it, and adding an act must never lower a verdict; ask for "
            "something that the law says instead"));
    }

    void count_of(Condition const& node) {
        if (node.kind == K::at_least && (node.count == 0 || node.count > node.children.size()))
            diagnostics_.add(
                diagnose(Code::rule_bad_number, node.span,
                         fmt::format("{} of {} conditions cannot be asked", node.count, node.children.size()),
                         how_many_of(node.children.size())));
        if ((node.kind == K::near || node.kind == K::before) && node.count > widest_distance)
            diagnostics_.add(diagnose(Code::rule_gap_too_wide, node.span,
                                      fmt::format("a distance of {} words is too wide; at most {} are read",
                                                  node.count, widest_distance),
                                      "write 'with' for two things in one sentence, or 'and' with a scope"));
    }

    void must_be_words(Condition const& node, K around) {
        bool const words = node.kind == K::name || node.kind == K::words || node.kind == K::exact ||
                           node.kind == K::any || node.kind == K::near || node.kind == K::before ||
                           node.kind == K::with;
        if (words) {
            if (node.kind == K::any)
                for (auto const& child : node.children) must_be_words(child, around);
            return;
        }
        auto const name = around == K::near     ? "near"
                          : around == K::before ? "before"
                          : around == K::with   ? "with"
                                                : "heading has";
        diagnostics_.add(diagnose(
            Code::rule_not_words, node.span,
            fmt::format("'{}' looks for words, and this is no words but a condition", name),
            around == K::heading_has
                ? "name a concept, or several: heading has (a | b)"
                : "put concepts on both sides and the rest outside: (a near b) in passage and not c"));
    }

    Measure const* measure_;  // null: the gate of the kind is checked
    dsl::Kind const* kind_;
    Symbols const& symbols_;
    Diagnostics& diagnostics_;
    Clause clause_ = Clause::element;
    Element const* element_ = nullptr;  // whose condition is checked
    std::optional<K> around_;           // what the node stands in, but for 'and', 'or' and 'not'
};

}  // namespace

void check_conditions(Measure const& measure, Symbols const& symbols, Diagnostics& diagnostics) {
    Checker checker(&measure, nullptr, symbols, diagnostics);
    for_each_condition(measure, [&](Condition const& node, Clause clause) { checker.check(node, clause); });
}

void check_gate(Kind const& kind, Symbols const& symbols, Diagnostics& diagnostics) {
    Checker(nullptr, &kind, symbols, diagnostics).check(*kind.gate, Clause::gate);
}

}  // namespace lacuna::dsl

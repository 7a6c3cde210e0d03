// Measures and the tests of rules: kinds, elements, what must be there.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dsl/checks/checks.hpp"
#include "dsl/checks/contradictions.hpp"
#include "dsl/example_lines.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] std::vector<std::string> texts(std::vector<Name> const& names) {
    std::vector<std::string> result;
    for (auto const& name : names) result.push_back(name.text);
    return result;
}

void check_elements(Measure const& measure, Kind const& kind, Diagnostics& diagnostics) {
    auto const names = texts(kind.elements);
    std::set<std::string_view> seen;
    for (auto const& element : measure.elements) {
        if (!seen.insert(element.name.text).second) continue;  // said twice: reported as that
        bool const known = std::find(names.begin(), names.end(), element.name.text) != names.end();
        if (element.option && known) {
            diagnostics.add(
                diagnose(Code::rule_duplicate, element.name.span,
                         fmt::format("'{}' is an element of the kind '{}' and cannot name an option",
                                     element.name.text, kind.name.text),
                         "give the option another name"));
        } else if (!element.option && !known) {
            diagnostics.add(with_suggestion(
                Code::rule_unknown_element, element.name.span,
                fmt::format("kind '{}' has no element '{}'", kind.name.text, element.name.text),
                element.name.text, names,
                fmt::format("its elements are {}; or write 'option {}'", fmt::join(names, ", "),
                            element.name.text)));
        }
    }
}

void check_measure(Measure const& measure, Symbols const& symbols, Diagnostics& diagnostics) {
    auto const* kind = symbols.kind(measure.kind.text);
    if (kind == nullptr)
        symbols.unknown(measure.kind.text, measure.kind.span, Symbols::Wanted::kind, diagnostics);
    else if (!symbols.doubled.contains(measure.kind.text))  // of which of the two is not known
        check_elements(measure, *kind, diagnostics);
    auto const lacks = [&](std::string_view what, std::string help) {
        diagnostics.add(diagnose(Code::rule_missing_clause, measure.name.span,
                                 fmt::format("measure '{}' lacks {}", measure.name.text, what),
                                 std::move(help)));
    };
    if (measure.elements.empty())
        lacks("elements", "say what it consists of, for example: conduct = a-concept");
    else if (!measure.needs)
        lacks("'needs'", fmt::format("say without which element it is not found, for example: needs {}",
                                     measure.elements.front().name.text));
    check_conditions(measure, symbols, diagnostics);
    for_each_condition(measure, [&](Condition const& node, Clause) { check_absurd(node, diagnostics); });
    check_ruled_out(measure, kind, diagnostics);
}

void check_test_language(Test const& test, Symbols const& symbols, Diagnostics& diagnostics) {
    if (symbols.languages.contains(test.language) || symbols.language_unsure) return;
    diagnostics.add(
        diagnose(Code::rule_unknown_language, test.language_span,
                 fmt::format("no lexicon speaks the language '{}' of this test", test.language),
                 symbols.languages.empty()
                     ? fmt::format("write 'lexicon {}' and the concepts below it", test.language)
                     : fmt::format("the lexicons speak: {}", fmt::join(symbols.languages, ", "))));
}

// An example has words; what must not be found has no elements; no element is both there and absent.
void check_example(Example const& example, Diagnostics& diagnostics) {
    if (example.text.value.find_first_not_of(" \t\r\n") == std::string::npos)
        diagnostics.add(diagnose(Code::rule_missing_clause, example.text.span, "this example has no words",
                                 "write a sentence of your own"));
    if (auto const fault = find_heading_fault(example.text.value))
        diagnostics.add(
            diagnose(Code::rule_missing_clause, example.text.span,
                     fmt::format("the heading '{}' in this example lacks {}", fault->heading, fault->lacks),
                     "a line that begins with # is the heading of what stands below it; a heading "
                     "inside another one begins with one # more"));
    for (auto const* list : {&example.with, &example.without})
        if (example.kind == Example::Kind::no && !list->empty())
            return diagnostics.add(diagnose(Code::rule_contradiction, list->front().span,
                                            "a 'no' must not be found at all, and names no elements",
                                            "remove the list, or write 'yes'"));
    auto const with = texts(example.with);
    for (auto const& name : example.without)
        if (std::find(with.begin(), with.end(), name.text) != with.end())
            diagnostics.add(diagnose(Code::rule_contradiction, name.span,
                                     fmt::format("'{}' is named after 'with' and after 'without'", name.text),
                                     "keep one of the two"));
}

void check_test(Test const& test, Symbols const& symbols, Diagnostics& diagnostics) {
    auto const* measure = symbols.measure(test.name.text);
    bool const known = measure != nullptr || symbols.concepts.contains(test.name.text);
    if (!known) symbols.unknown(test.name.text, test.name.span, Symbols::Wanted::test, diagnostics);
    check_test_language(test, symbols, diagnostics);
    if (test.examples.empty() && !test.incomplete)
        diagnostics.add(diagnose(Code::rule_missing_clause, test.name.span,
                                 fmt::format("the test of '{}' has no example", test.name.text),
                                 "write at least one 'yes' and one 'no'"));
    for (auto const& example : test.examples) check_example(example, diagnostics);
    if (!known || symbols.doubled.contains(test.name.text)) return;
    std::vector<std::string> names;
    if (measure != nullptr)
        for (auto const& element : measure->elements) names.push_back(element.name.text);
    for (auto const& example : test.examples)
        for (auto const* list : {&example.with, &example.without})
            for (auto const& name : *list) {
                if (std::find(names.begin(), names.end(), name.text) != names.end()) continue;
                diagnostics.add(with_suggestion(
                    Code::rule_unknown_element, name.span,
                    measure == nullptr ? fmt::format("'{}' is a concept and has no elements", test.name.text)
                                       : fmt::format("'{}' has no element '{}'", test.name.text, name.text),
                    name.text, names,
                    measure == nullptr ? "remove this list"
                                       : fmt::format("its elements are {}", fmt::join(names, ", "))));
            }
}

}  // namespace

void check_measures(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    for (auto const& file : pack.files) {
        for (auto const& kind : file.kinds)
            if (kind.gate) {
                check_gate(kind, symbols, diagnostics);
                check_absurd(*kind.gate, diagnostics);
            }
        for (auto const& measure : file.measures) check_measure(measure, symbols, diagnostics);
    }
}

void check_tests(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    for (auto const& file : pack.files)
        for (auto const& test : file.tests) check_test(test, symbols, diagnostics);
}

}  // namespace lacuna::dsl

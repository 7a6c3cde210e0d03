#include "dsl/lint_holes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "dsl/keywords.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] bool wanted_language(LintOptions const& options, std::string_view language) {
    return options.language.empty() || options.language == language;
}

// What conditions ask of the program itself, and the concept without which it is never found.
struct Reading {
    Condition::Kind kind;
    Scope scope;
    std::string_view concept_name, what, help;
};
constexpr Reading readings[] = {
    {Condition::Kind::defines, Scope::definition, definition_concept, "definition",
     "in a concept of that name how a definition is worded"},
    {Condition::Kind::refers_to, Scope::reference, citation_concept, "citation",
     "in a concept of that name what provisions are called"},
};

[[nodiscard]] std::optional<Span> asking_for(Reading const& reading, Condition const& node) {
    bool const scoped = std::find(node.scopes.begin(), node.scopes.end(), reading.scope) != node.scopes.end();
    if (node.kind == reading.kind || scoped) return node.span;
    for (auto const& child : node.children)
        if (auto const found = asking_for(reading, child)) return found;
    return {};
}

[[nodiscard]] std::optional<Span> first_asking_for(Reading const& reading, Pack const& pack) {
    for (auto const& file : pack.files)
        for (auto const& one : file.measures) {
            std::optional<Span> found;
            for_each_condition(one, [&](Condition const& node, Clause) {
                if (!found) found = asking_for(reading, node);
            });
            if (found) return found;
        }
    return {};
}

// Where a value is compared, and by which measures: the first is told.
struct Compared {
    Span place;
    std::vector<std::string_view> measures;
};
using ComparedValues = std::map<std::string_view, Compared>;

void note_comparisons(Condition const& node, std::string_view measure, ComparedValues& values) {
    if (node.kind == Condition::Kind::value) {
        auto& one = values.try_emplace(node.text, Compared{node.span, {}}).first->second;
        one.measures.push_back(measure);
    }
    for (auto const& child : node.children) note_comparisons(child, measure, values);
}

class ValueHoles {
  public:
    ValueHoles(Symbols const& symbols, LintOptions const& options,
               std::unordered_set<std::string_view> const& asked)
        : symbols_(symbols), options_(options), asked_(asked) {}

    void tell(std::string_view name, Compared const& compared, Diagnostics& found) const {
        auto const known = symbols_.values.find(name);
        if (known == symbols_.values.end() || known->second.unsure) return;  // an error tells of it
        auto const& value = known->second;
        std::vector<std::string_view> no_concept, no_units;
        for (auto const& language : symbols_.languages) {
            if (!wanted_language(options_, language)) continue;
            if (!value.languages.contains(language)) {
                if (!told_by_concept(value, language)) no_concept.push_back(language);
            } else if (lacks_units(value, language)) {
                no_units.push_back(language);
            }
        }
        if (!no_concept.empty())
            add(compared, name, no_concept, "no concept gives it there",
                fmt::format("write there, in the pattern of {}: {} as {}", fmt::join(value.concepts, ", "),
                            keyword(value), name),
                found);
        if (!no_units.empty())
            add(compared, name, no_units, "no quantity says there what the units are called",
                fmt::format("write in its lexicon: quantity {} {{ … }}", keyword(value)), found);
    }

  private:
    static void add(Compared const& compared, std::string_view name,
                    std::vector<std::string_view> const& languages, std::string_view why, std::string help,
                    Diagnostics& found) {
        found.add(diagnose(
            Code::lint_language_hole, compared.place,
            fmt::format("value '{}' is never found in {}: {}", name, fmt::join(languages, ", "), why),
            std::move(help)));
    }
    [[nodiscard]] static std::string_view keyword(ValueName const& value) {
        using K = Pattern::Kind;
        auto const kind = value.kinds.empty() ? K::number : *value.kinds.begin();
        return kind == K::duration ? "duration"
               : kind == K::money  ? "money"
               : kind == K::date   ? "date"
                                   : "number";
    }
    // Every concept that gives the value is asked for by name, and not said in the language.
    [[nodiscard]] bool told_by_concept(ValueName const& value, std::string_view language) const {
        return std::all_of(value.concepts.begin(), value.concepts.end(), [&](std::string_view one) {
            return asked_.contains(one) && symbols_.find_concept(one, language) == nullptr;
        });
    }
    [[nodiscard]] bool lacks_units(ValueName const& value, std::string_view language) const {
        return std::all_of(value.kinds.begin(), value.kinds.end(), [&](Pattern::Kind kind) {
            bool const duration = kind == Pattern::Kind::duration;
            if (!duration && kind != Pattern::Kind::money) return false;
            auto const quantity = duration ? Quantity::Kind::duration : Quantity::Kind::money;
            return !symbols_.quantities.contains({quantity, language});
        });
    }

    Symbols const& symbols_;
    LintOptions const& options_;
    std::unordered_set<std::string_view> const& asked_;
};

}  // namespace

void lint_hole(Concept const& one, Symbols const& symbols, LintOptions const& options, Diagnostics& found) {
    auto const& said = symbols.concepts.at(one.name.text);
    if (said.front() != &one) return;
    std::vector<std::string> missing;
    for (auto const& language : symbols.languages)
        if (wanted_language(options, language) && symbols.find_concept(one.name.text, language) == nullptr)
            missing.push_back(language);
    if (missing.empty()) return;
    found.add(diagnose(Code::lint_language_hole, one.name.span,
                       fmt::format("concept '{}' is not said in {}", one.name.text, fmt::join(missing, ", ")),
                       "measures that name it find nothing in acts in that language"));
}

void lint_reading_holes(Pack const& pack, Symbols const& symbols, LintOptions const& options,
                        Diagnostics& found) {
    if (!options.name.empty()) return;
    for (auto const& reading : readings) {
        auto const first = first_asking_for(reading, pack);
        if (!first) continue;
        for (auto const& language : symbols.languages)
            if (wanted_language(options, language) &&
                symbols.find_concept(std::string(reading.concept_name), language) == nullptr)
                found.add(
                    diagnose(Code::lint_language_hole, *first,
                             fmt::format("this finds no {} in acts in {}: '{}' is not said in that language",
                                         reading.what, language, reading.concept_name),
                             fmt::format("say there {}", reading.help)));
    }
}

void lint_value_holes(Pack const& pack, Symbols const& symbols, LintOptions const& options,
                      std::unordered_set<std::string_view> const& asked, Diagnostics& found) {
    ComparedValues values;
    for (auto const& file : pack.files)
        for (auto const& one : file.measures)
            for_each_condition(
                one, [&](Condition const& node, Clause) { note_comparisons(node, one.name.text, values); });
    ValueHoles const holes(symbols, options, asked);
    for (auto const& [name, compared] : values) {
        bool const named = is_called(name, options.name) ||
                           std::any_of(compared.measures.begin(), compared.measures.end(),
                                       [&](auto measure) { return is_called(measure, options.name); });
        if (named) holes.tell(name, compared, found);
    }
}

}  // namespace lacuna::dsl

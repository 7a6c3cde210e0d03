// Warnings of style and completeness. A comment that names a code, inside a declaration or right above it,
// takes the warnings of that code away from it: // lint: allow L001
#include <fmt/format.h>

#include <algorithm>

#include "dsl/check.hpp"
#include "dsl/checks/symbols.hpp"
#include "dsl/keywords.hpp"
#include "dsl/lint_doubles.hpp"
#include "dsl/lint_exclusions.hpp"
#include "dsl/lint_hidden_names.hpp"
#include "dsl/lint_holes.hpp"

namespace lacuna::dsl {
namespace {

struct Uses {
    std::unordered_set<std::string_view> concepts, measures;
    std::unordered_set<std::string_view> asked;  // concepts that measures name
    // Of measures that meet an obligation which protects people: what a law has of them beyond what is asked
    // is reported, so they are of use without an obligation too.
    std::unordered_set<std::string_view> reported_kinds;
};

void uses_of(Pattern const& node, Uses& uses) {
    if (node.kind == Pattern::Kind::reference) uses.concepts.insert(node.text);
    for (auto const& child : node.children) uses_of(child, uses);
}
void uses_of(Condition const& node, bool needs, Symbols const& symbols, Uses& uses) {
    using K = Condition::Kind;
    // A comparison uses each concept that binds the value.
    if (auto const value = symbols.values.find(node.text);
        node.kind == K::value && value != symbols.values.end())
        uses.concepts.insert(value->second.concepts.begin(), value->second.concepts.end());
    if ((node.kind == K::name && !needs) || node.kind == K::defines) {
        uses.concepts.insert(node.text);
        uses.asked.insert(node.text);
    }
    if (!node.part_headed.text.empty()) uses.concepts.insert(node.part_headed.text);
    if (node.kind == K::measure || node.kind == K::refers_to) uses.measures.insert(node.text);
    for (auto const& child : node.children) uses_of(child, needs, symbols, uses);
}
void uses_of(Meets const& node, bool protects, Symbols const& symbols, Uses& uses) {
    if (node.kind == Meets::Kind::measure) {
        uses.measures.insert(node.name.text);
        auto const* const measure = protects ? symbols.measure(node.name.text) : nullptr;
        if (measure != nullptr) uses.reported_kinds.insert(measure->kind.text);
    }
    for (auto const& child : node.children) uses_of(child, protects, symbols, uses);
}

[[nodiscard]] Uses all_uses(Pack const& pack, Symbols const& symbols) {
    Uses uses;
    uses.concepts.insert(known_concepts().begin(), known_concepts().end());
    for (auto const& file : pack.files) {
        for (auto const& one : file.concepts) {
            uses_of(one.pattern, uses);
            if (one.but_not) uses_of(*one.but_not, uses);
        }
        for (auto const& one : file.kinds)
            if (one.gate) uses_of(*one.gate, false, symbols, uses);
        for (auto const& one : file.measures)
            for_each_condition(one, [&](Condition const& node, Clause clause) {
                uses_of(node, clause == Clause::needs, symbols, uses);
            });
        for (auto const& instrument : file.instruments) {
            for (auto const& article : instrument.articles) {
                for (auto const& name : article.usually_in) uses.concepts.insert(name.text);
                for (auto const& one : article.obligations)
                    if (one.met_by) uses_of(*one.met_by, !one.protects.empty(), symbols, uses);
            }
            for (auto const& one : instrument.cooperations)
                for (auto const* name : {&one.reaches, &one.below})
                    if (*name) uses.measures.insert((*name)->text);
        }
    }
    return uses;
}

class Linter {
  public:
    Linter(Pack const& pack, LintOptions const& options)
        : pack_(pack), options_(options), symbols_(pack), uses_(all_uses(pack, symbols_)) {}

    Diagnostics run() {
        for (auto const& file : pack_.files) {
            for (auto const& one : file.concepts) concept_(one);
            for (auto const& one : file.measures) measure(one);
            if (!options_.language.empty()) continue;
            for (auto const& one : file.instruments) instrument(one);
        }
        for (auto const& file : pack_.files)
            for (auto const& one : file.tests)
                if (asked(one.name.text) && speaks(one.language)) lint_doubles(one, found_);
        lint_reading_holes(pack_, symbols_, options_, found_);
        lint_value_holes(pack_, symbols_, options_, uses_.asked, found_);
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool speaks(std::string_view language) const {
        return options_.language.empty() || options_.language == language;
    }
    [[nodiscard]] bool asked(std::string_view name) const { return is_called(name, options_.name); }

    void concept_(Concept const& one) {
        if (!asked(one.name.text)) return;
        if (uses_.asked.contains(one.name.text)) lint_hole(one, symbols_, options_, found_);
        if (!speaks(one.language)) return;
        if (!uses_.concepts.contains(one.name.text))
            found_.add(
                diagnose(Code::lint_unused_concept, one.name.span,
                         fmt::format("concept '{}' is used by no measure and no concept", one.name.text),
                         "remove it, or name it where it belongs"));
        lint_doubles(one, found_);
        lint_exclusions(one, symbols_, found_);
    }

    void measure(Measure const& one) {
        if (!asked(one.name.text)) return;
        tests(one);
        if (!options_.language.empty()) return;  // a measure is of no language
        lint_doubles(one, found_);
        lint_hidden_names(one, symbols_, found_);
        if (!uses_.measures.contains(one.name.text) && !uses_.reported_kinds.contains(one.kind.text))
            found_.add(diagnose(Code::lint_unused_measure, one.name.span,
                                fmt::format("no obligation and no measure uses '{}'", one.name.text),
                                "write 'met by' it in an instrument, or remove it"));
        for_each_condition(one, [&](Condition const& node, Clause) { phrases(node, one); });
    }

    void phrases(Condition const& node, Measure const& of) {
        if (node.kind == Condition::Kind::words || node.kind == Condition::Kind::exact)
            found_.add(
                diagnose(Code::lint_inline_phrase, node.span,
                         fmt::format("\"{}\" stands in the measure '{}', which is of no language", node.text,
                                     of.name.text),
                         "give the phrase a concept in the lexicon of its language, and name that here"));
        for (auto const& child : node.children) phrases(child, of);
    }

    void tests(Measure const& one) {
        for (auto const& language : symbols_.languages) {
            if (!speaks(language)) continue;
            bool yes = false, no = false;
            for (auto const& file : pack_.files)
                for (auto const& test : file.tests) {
                    if (test.name.text != one.name.text || test.language != language) continue;
                    for (auto const& example : test.examples) {
                        yes = yes || example.kind == Example::Kind::yes;
                        no = no || example.kind == Example::Kind::no;
                    }
                }
            if (yes && no) continue;
            auto const lacks = !yes && !no ? "a test" : yes ? "a 'no'" : "a 'yes'";
            found_.add(diagnose(Code::lint_untested, one.name.span,
                                fmt::format("measure '{}' lacks {} in {}", one.name.text, lacks, language),
                                fmt::format("write beside it: test {} in {} {{ yes \"…\" no \"…\" }}",
                                            one.name.text, language)));
        }
    }

    void instrument(Instrument const& instrument) {
        for (auto const& article : instrument.articles)
            for (auto const& one : article.obligations) {
                if (!asked(fmt::format("{}/{}", instrument.name.text, one.id.text))) continue;
                lint_doubles(one, found_);
                if (!one.met_by && !one.policy)
                    found_.add(diagnose(
                        Code::lint_unmet_obligation, one.id.span,
                        fmt::format("no measure meets obligation {}/{}", instrument.name.text, one.id.text),
                        one.force == ForceOfDuty::may
                            ? "write 'met by' a measure that finds a law which uses it; or 'policy' after "
                              "'may' "
                              "where only a declaration shows it"
                            : fmt::format("write 'met by' a measure; or 'policy' after '{}' where no statute "
                                          "can show it",
                                          to_string(one.force))));
            }
    }

    Pack const& pack_;
    LintOptions const& options_;
    Symbols symbols_;
    Uses uses_;
    Diagnostics found_;
};

// Is the warning taken away by a comment in its declaration, or between that and the one before?
[[nodiscard]] bool allowed(Diagnostic const& warning, File const& file) {
    std::uint32_t begin = 0, end = 0;
    for (auto const& item : file.items) {
        if (item.span.contains(warning.span)) {
            end = item.span.end;
            break;
        }
        begin = item.span.end;
    }
    auto const code = std::string(info(warning.code).code);
    return std::any_of(file.comments.begin(), file.comments.end(), [&](Comment const& comment) {
        bool const here = comment.span.begin >= begin && comment.span.begin < end;
        auto const allow = comment.text.find("lint: allow ");
        return here && allow != std::string::npos && comment.text.find(code, allow) != std::string::npos;
    });
}

// A fix must not take a remark of the author away.
[[nodiscard]] bool holds_comment(File const& file, Span const& span) {
    return std::any_of(file.comments.begin(), file.comments.end(), [&](Comment const& comment) {
        return comment.span.begin < span.end && span.begin < comment.span.end;
    });
}

}  // namespace

bool is_called(std::string_view name, std::string_view asked) {
    if (asked.ends_with('*')) return name.starts_with(asked.substr(0, asked.size() - 1));
    return asked.empty() || asked == name;
}

void lint(Pack const& pack, Diagnostics& diagnostics, LintOptions const& options) {
    for (auto warning : Linter(pack, options).run().sorted()) {
        if (!options.code.empty() && options.code != info(warning.code).code) continue;
        auto const file = std::find_if(pack.files.begin(), pack.files.end(),
                                       [&](File const& one) { return one.source == warning.span.source; });
        if (file == pack.files.end()) continue;
        if (warning.fix && holds_comment(*file, warning.fix->span)) warning.fix.reset();
        if (!allowed(warning, *file)) diagnostics.add(std::move(warning));
    }
}

}  // namespace lacuna::dsl

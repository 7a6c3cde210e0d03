#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/rules/named_rules.hpp"
#include "cli/rules/usage.hpp"
#include "program/program.hpp"

namespace lacuna::cli {
namespace {

struct Row {
    std::string name;
    std::size_t hits = 0;
    double milliseconds = 0;
};

void print(Session& session, std::string_view what, std::string_view hits, std::vector<Row> rows,
           std::size_t top) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](Row const& a, Row const& b) { return a.milliseconds > b.milliseconds; });
    double all = 0;
    for (auto const& row : rows) all += row.milliseconds;
    session.out << fmt::format("\n{}: {:.1f} ms\n{:>10}  {:>5}  {:>8}  name\n", what, all, "ms", "share",
                               hits);
    for (std::size_t i = 0; i < std::min(top, rows.size()); ++i)
        session.out << fmt::format("{:>10.3f}  {:>4.0f}%  {:>8}  {}\n", rows[i].milliseconds,
                                   all > 0 ? 100 * rows[i].milliseconds / all : 0, rows[i].hits,
                                   rows[i].name);
}

}  // namespace

int rules_profile(Session& session, RulesOptions const& options) {
    auto const rules = read_named(session, options);
    auto const& pack = rules.pack;
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const program = program::compile(pack, session.diagnostics);
    if (!program) return Exit::input_error;
    auto const usage = count_usage(session, *program, pack, options, true);
    if (session.diagnostics.errors() > 0) return Exit::input_error;  // of the corpus
    std::vector<Row> concepts, measures;
    auto const asked = names_asked(rules);
    auto const is_asked = [&](std::string const& name) {
        return rules.asked.empty() || asked.contains(name);
    };
    for (std::size_t row = 0; row < usage.concepts.size(); ++row)
        if (is_asked(program->concepts[row]))
            concepts.push_back(
                {program->concepts[row], usage.concepts[row].hits, usage.concepts[row].milliseconds});
    for (std::size_t row = 0; row < usage.measures.size(); ++row)
        if (is_asked(program->catalogue.measures[row].name))
            measures.push_back({program->catalogue.measures[row].name, usage.measures[row].findings,
                                usage.measures[row].milliseconds});
    session.out << fmt::format("{} texts, {} words{}\n", usage.texts, usage.words, rules.where);
    print(session, "measures", "findings", std::move(measures), options.top);
    print(session, "concepts", "hits", std::move(concepts), options.top);
    return Exit::done;
}

}  // namespace lacuna::cli

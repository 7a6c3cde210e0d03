// lacuna rules list: what the rules declare, by name.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/rules/named_rules.hpp"
#include "dsl/check.hpp"

namespace lacuna::cli {
namespace {

struct Listed {
    std::string name, text;
    auto operator<=>(Listed const&) const = default;
};

// True when there was something to print.
bool print_names(Session& session, RulesOptions const& options, std::string const& what,
                 std::vector<Listed> rows) {
    if (!options.only.empty() && options.only != what) return false;
    std::erase_if(rows, [&](Listed const& row) { return !dsl::is_called(row.name, options.name); });
    std::sort(rows.begin(), rows.end());
    std::size_t widest = 0;
    for (auto const& row : rows) widest = std::max(widest, row.name.size());
    if (rows.empty()) return false;
    session.out << what << '\n';
    for (auto const& row : rows)
        session.out << (row.text.empty() ? fmt::format("  {}\n", row.name)
                                         : fmt::format("  {:<{}}  {}\n", row.name, widest, row.text));
    return true;
}

[[nodiscard]] std::vector<Listed> obligations_of(dsl::Instrument const& instrument) {
    std::vector<Listed> rows;
    for (auto const& article : instrument.articles)
        for (auto const& one : article.obligations)
            rows.push_back({fmt::format("{}/{}", instrument.name.text, one.id.text), one.title});
    return rows;
}

}  // namespace

int rules_list(Session& session, RulesOptions const& options) {
    auto const rules = read_named(session, options);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    if (!names_something(session, rules.pack, options)) return Exit::input_error;
    std::vector<Listed> concepts, kinds, measures, asked;
    for (auto const& file : rules.pack.files) {
        if (!rules.is_asked(file.source)) continue;
        for (auto const& one : file.concepts)
            if (options.filter_language.empty() || one.language == options.filter_language)
                concepts.push_back({one.name.text, one.gloss.empty()
                                                       ? one.language
                                                       : fmt::format("{}  {}", one.language, one.gloss)});
        for (auto const& one : file.kinds) {
            std::string elements;
            for (auto const& element : one.elements)
                elements += (elements.empty() ? "" : ", ") + element.text;
            kinds.push_back({one.name.text, std::move(elements)});
        }
        for (auto const& one : file.measures) measures.push_back({one.name.text, one.title});
        for (auto const& one : file.instruments)
            for (auto& row : obligations_of(one)) asked.push_back(std::move(row));
    }
    bool printed = print_names(session, options, "kinds", std::move(kinds));
    printed = print_names(session, options, "measures", std::move(measures)) || printed;
    printed = print_names(session, options, "obligations", std::move(asked)) || printed;
    printed = print_names(session, options, "concepts", std::move(concepts)) || printed;
    if (!printed && !session.quiet) session.out << "nothing of that kind stands there\n";
    return Exit::done;
}

}  // namespace lacuna::cli

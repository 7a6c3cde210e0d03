#include <fmt/format.h>

#include <map>
#include <ostream>
#include <set>

#include "base/one_line.hpp"
#include "cli/rules/branch_list.hpp"
#include "cli/rules/named_rules.hpp"
#include "cli/rules/usage.hpp"
#include "dsl/branches.hpp"
#include "program/program.hpp"

namespace lacuna::cli {
namespace {

// One kind of thing: how many were exercised, and a line for each that was not.
struct Tally {
    std::size_t all = 0, seen = 0;
    std::vector<std::string> lines;
    void add(bool exercised, std::string line) {
        ++all;
        if (exercised)
            ++seen;
        else
            lines.push_back(std::move(line));
    }
};

class Coverage {
  public:
    Coverage(Session& session, program::Program const& program, NamedRules const& rules,
             match::Usage const& usage, match::BranchCount const& branches, RulesOptions const& options)
        : session_(session),
          program_(program),
          rules_(rules),
          usage_(usage),
          branches_(branches),
          filter_(options) {}

    void print() {
        for (auto const& of : branches_.concepts())
            if (rules_.is_asked(of.declared->name.span.source)) concept_(of);
        for (auto const& file : rules_.pack.files)
            for (auto const& one : file.measures) measure(one, rules_.is_asked(file.source));
        for (auto const& file : rules_.pack.files)
            if (rules_.is_asked(file.source))
                for (auto const& one : file.instruments) obligations(one);
        session_.out << fmt::format("{} texts, {} words{}\n", usage_.texts, usage_.words, rules_.where);
        print("concepts", "concepts", concepts_);
        print("branches", "branches of concepts", concept_branches_);
        print("exclusions", "exclusions", exclusions_);
        print("measures", "measures", measures_);
        print("elements", "elements", elements_);
        print("options", "options", options_);
        print("branches", "branches of elements", element_branches_);
        print("obligations", "obligations with a measure that was found", obligations_);
    }

  private:
    void print(std::string_view kind, std::string_view what, Tally const& tally) {
        if (!filter_.only.empty() && filter_.only != kind) return;
        if (!filter_.filter_language.empty() && tally.all == 0) return;  // of no language
        session_.out << fmt::format("\n{}: {} of {}\n", what, tally.seen, tally.all);
        for (auto const& line : tally.lines) session_.out << "  " << line << '\n';
    }

    [[nodiscard]] std::string place(Span const& span) const {
        auto const& source = session_.sources.at(span.source);
        return fmt::format("{}:{}", source.name(), source.position(span.begin).line);
    }
    [[nodiscard]] static std::string_view why(match::BranchCount::Of const& of, std::size_t row) {
        if (!of.spoken) return "no text is in its language";
        if (!of.branches[row].words) return "none of its phrases occurs";
        if (row == 0 && of.excluded) return "'but not' takes every place away";
        return "its phrases occur, but not as it asks";
    }

    [[nodiscard]] bool asked(std::string_view name) const {
        std::string_view const wanted = filter_.name;
        if (wanted.ends_with('*')) return name.starts_with(wanted.substr(0, wanted.size() - 1));
        return wanted.empty() || wanted == name;
    }
    [[nodiscard]] bool speaks(std::string_view language) const {
        return filter_.filter_language.empty() || filter_.filter_language == language;
    }

    void concept_(match::BranchCount::Of const& of) {
        auto const& branches = of.trace.branches();
        auto const& name = of.declared->name;
        if (!asked(name.text) || !speaks(of.declared->language)) return;
        concepts_.add(!of.branches[0].hits.empty(),
                      fmt::format("{}  {}: {}", place(name.span), name.text, why(of, 0)));
        for (std::size_t row = 1; row < branches.size(); ++row) {
            auto const parent =
                branches[row].parent;  // what lies in a branch that is never taken is not listed
            if (of.branches[parent].hits.empty()) continue;
            auto& tally =
                branches[row].kind == dsl::Branch::Kind::exclusion ? exclusions_ : concept_branches_;
            auto const& span = branches[row].node->span;
            tally.add(!of.branches[row].hits.empty(),
                      fmt::format("{}  {}: {}: {}", place(span), name.text,
                                  one_line(session_.sources.text(span)), why(of, row)));
        }
    }

    void measure(dsl::Measure const& one, bool told) {
        auto const id = program_.catalogue.measure(one.name.text);
        if (!id.valid()) return;
        auto const& usage = usage_.measures[id.index()];
        if (usage.findings > 0) found_.insert(one.name.text);
        if (!told || !asked(one.name.text) || !filter_.filter_language.empty()) return;
        measures_.add(usage.findings > 0,
                      fmt::format("{}  {}: {}", place(one.name.span), one.name.text,
                                  usage.nearest.empty() ? "no section holds words of all that it needs"
                                                        : usage.nearest));
        if (usage.findings == 0) return;
        auto const& elements = program_.catalogue.at(id).elements;
        for (std::size_t row = 0; row < elements.size(); ++row) {
            auto const branch = dsl::branch_name(elements[row].name);
            auto& tally = branch.number > 0 ? element_branches_ : elements[row].option ? options_ : elements_;
            tally.add(usage.elements[row] > 0,
                      fmt::format("{}  {}, {}{}: {}", place(one.name.span), one.name.text, branch.of,
                                  branch.number > 0 ? fmt::format(", branch {}", branch.number) : "",
                                  usage.failed[row].empty() ? "never asked" : usage.failed[row]));
        }
    }

    [[nodiscard]] bool any_found(dsl::Meets const& node) const {
        if (node.kind == dsl::Meets::Kind::measure) return found_.contains(node.name.text);
        for (auto const& child : node.children)
            if (any_found(child)) return true;
        return false;
    }
    void obligations(dsl::Instrument const& instrument) {
        for (auto const& article : instrument.articles)
            for (auto const& one : article.obligations) {
                auto const name = fmt::format("{}/{}", instrument.name.text, one.id.text);
                if (one.policy || !asked(name) || !filter_.filter_language.empty()) continue;
                bool const found = one.met_by && any_found(*one.met_by);
                obligations_.add(
                    found, fmt::format("{}  {} {}: {}", place(one.id.span), instrument.name.text, one.id.text,
                                       one.met_by ? "its measures were never found" : "no measure meets it"));
            }
    }

    Session& session_;
    program::Program const& program_;
    NamedRules const& rules_;
    match::Usage const& usage_;
    match::BranchCount const& branches_;
    RulesOptions const& filter_;
    Tally concepts_, concept_branches_, exclusions_, measures_, elements_, options_, element_branches_,
        obligations_;
    std::set<std::string, std::less<>> found_;
};

// Branches that only one country's acts exercise, each once: not again what lies inside one of them.
[[nodiscard]] std::string only_of_one(SourceMap const& sources, NamedRules const& rules,
                                      match::BranchCount const& count, std::string const& wanted) {
    std::string list = "# country\tconcept\tplace\tbranch\n";
    for (auto const& of : count.concepts()) {
        if (!rules.is_asked(of.declared->name.span.source)) continue;
        auto const& branches = of.trace.branches();
        for (std::size_t row = 0; row < branches.size(); ++row) {
            auto const& hits = of.branches[row].hits;
            if (hits.size() != 1 || (!wanted.empty() && hits.begin()->first != wanted)) continue;
            if (row > 0 && of.branches[branches[row].parent].hits.size() == 1) continue;
            list += branch_line(sources, hits.begin()->first, *of.declared, *branches[row].node);
        }
    }
    return list;
}

int by_country(Session& session, NamedRules const& rules, match::BranchCount const& count,
               RulesOptions const& options) {
    auto const list = only_of_one(session.sources, rules, count, options.country);
    if (options.output.empty())
        session.out << list;
    else if (!session.write(options.output, list))
        return Exit::input_error;
    return Exit::done;
}

}  // namespace

int rules_coverage(Session& session, RulesOptions const& options) {
    auto const rules = read_named(session, options);
    auto const& pack = rules.pack;
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    if (!names_something(session, pack, options)) return Exit::input_error;
    auto const program = program::compile(dsl::traceable(pack), session.diagnostics);
    if (!program) return Exit::input_error;
    auto const branches = count_branches(session, *program, pack, options);
    if (session.diagnostics.errors() > 0) return Exit::input_error;  // of the corpus
    if (options.by_country) return by_country(session, rules, branches, options);
    auto const usage = count_usage(session, *program, pack, options, false);
    Coverage(session, *program, rules, usage, branches, options).print();
    return Exit::done;
}

}  // namespace lacuna::cli

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/rules/named_rules.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {
namespace {

// Applies the certain remedies of one file, last first, so that the places before them stay right.
[[nodiscard]] std::string mended(std::string text, std::vector<Fix> fixes) {
    std::sort(fixes.begin(), fixes.end(),
              [](Fix const& a, Fix const& b) { return a.span.begin > b.span.begin; });
    auto limit = text.size();
    for (auto const& fix : fixes) {
        if (fix.span.end > limit) continue;  // overlaps with one that was applied
        text.replace(fix.span.begin, fix.span.size(), fix.replacement);
        limit = fix.span.begin;
    }
    return text;
}

void mend(Session& session, Diagnostics const& warnings) {
    std::map<SourceId, std::vector<Fix>> by_file;
    for (auto const& one : warnings.sorted())
        if (one.fix) by_file[one.fix->span.source].push_back(*one.fix);
    for (auto const& [id, fixes] : by_file) {
        auto const& source = session.sources.at(id);
        auto const text = mended(std::string(source.bytes()), fixes);
        Diagnostics wrong;  // as the formatter does: a file that was right is never written wrong
        auto const read_again = session.sources.add(source.name(), text);
        (void)dsl::parse(session.sources.at(read_again), read_again, wrong);
        if (wrong.errors() == 0 && session.write(source.name(), text))
            session.out << fmt::format("mended: {} ({})\n", source.name(), fixes.size());
    }
}

using Counts = std::map<std::string_view, std::pair<Code, std::size_t>>;

// How many there are of each code, when they are too many to count by eye.
void print_counts(Session& session, Counts const& counts, std::size_t shown_of_each) {
    std::size_t all = 0;
    for (auto const& [code, of] : counts) all += of.second;
    constexpr std::size_t few = 10;
    if (all <= few || session.quiet) return;
    for (auto const& [code, of] : counts)
        session.out << fmt::format("{}  {:>5}  {}{}\n", code, of.second, info(of.first).title,
                                   of.second > shown_of_each
                                       ? fmt::format(" ({} shown; --only {} shows all)", shown_of_each, code)
                                       : "");
}

[[nodiscard]] bool known_code(Session& session, std::string const& code) {
    std::vector<std::string> codes;
    for (auto const one : all_codes())
        if (info(one).code.front() == 'L') codes.emplace_back(info(one).code);
    if (code.empty() || std::find(codes.begin(), codes.end(), code) != codes.end()) return true;
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {},
                                     fmt::format("no warning is called '{}'", code),
                                     fmt::format("the warnings are {}", fmt::join(codes, ", "))));
    return false;
}

}  // namespace

int rules_lint(Session& session, RulesOptions const& options) {
    if (options.fix && refuse_bundled(session, options)) return Exit::input_error;
    auto const rules = read_named(session, options);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    if (!known_code(session, options.only)) return Exit::input_error;
    if (!names_something(session, rules.pack, options)) return Exit::input_error;
    Diagnostics found, warnings;
    dsl::lint(rules.pack, found, {options.name, options.filter_language, options.only});
    for (auto const& one : found.sorted())
        if (rules.is_asked(one.span.source)) warnings.add(one);
    bool const all = options.all || !options.only.empty() || session.diagnostics_format == "json";
    auto const most = all ? warnings.warnings() : std::size_t{20};
    Counts counts;
    for (auto const& one : warnings.sorted()) {
        auto& count = counts.try_emplace(info(one.code).code, one.code, 0).first->second.second;
        if (++count <= most) session.diagnostics.add(one);
    }
    print_counts(session, counts, most);
    if (options.fix) mend(session, warnings);
    if (warnings.empty() && !session.quiet) session.out << fmt::format("nothing to mend{}\n", rules.where);
    return warnings.empty() ? Exit::done : Exit::findings;
}

}  // namespace lacuna::cli

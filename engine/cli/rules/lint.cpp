#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/rules/rules.hpp"
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

}  // namespace

int rules_lint(Session& session, RulesOptions const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    Diagnostics warnings;
    dsl::lint(pack, warnings);
    session.diagnostics.add(warnings);
    if (options.fix) mend(session, warnings);
    if (warnings.empty() && !session.quiet) session.out << "nothing to mend\n";
    return warnings.empty() ? Exit::done : Exit::findings;
}

}  // namespace lacuna::cli

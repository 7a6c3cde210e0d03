#include "report/unread_law.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] bool none_read(ObligationRow const& row) {
    return std::all_of(row.usual.begin(), row.usual.end(), [](auto const& law) { return law.read.empty(); });
}

// The kinds of law that may answer the open duty and of which no act was read: those of which an act is
// named; and, where no provision was found that is to be mended where it stands, the first, which is the main
// one, and all where none of any kind was read.
[[nodiscard]] std::vector<UsualLaw const*> unread_of(ObligationRow const& row) {
    std::vector<UsualLaw const*> laws;
    if (!is_open(row.verdict)) return laws;
    bool const found = !row.provisions.empty() && row.missing_members.empty();
    bool const none = none_read(row);
    for (auto const& law : row.usual) {
        bool const expected = !found && (none || &law == &row.usual.front());
        if (law.read.empty() && (expected || !law.named.empty())) laws.push_back(&law);
    }
    return laws;
}

[[nodiscard]] UnreadLaw& row_of(std::vector<UnreadLaw>& rows, UsualLaw const& law) {
    auto const known =
        std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.law == law.law; });
    if (known != rows.end()) return *known;
    rows.push_back({law.law, law.named, {}});
    return rows.back();
}

}  // namespace

std::vector<UnreadLaw> unread_laws(Report const& report) {
    std::vector<UnreadLaw> rows;
    for (auto const& article : report.articles)
        for (auto const& obligation : article.obligations) {
            if (!obligation.mandatory) continue;
            for (auto const* law : unread_of(obligation))
                row_of(rows, *law).obligations.push_back(obligation.id);
        }
    std::stable_sort(rows.begin(), rows.end(), [](UnreadLaw const& a, UnreadLaw const& b) {
        return a.obligations.size() > b.obligations.size();
    });
    return rows;
}

bool no_law_was_read(ObligationRow const& row) {
    return row.verdict == "gap" && row.provisions.empty() && !row.usual.empty() && none_read(row);
}

std::string unread_line(ObligationRow const& row) {
    if (auto general = general_rule_line(row); !general.empty()) return general + '.';
    std::vector<std::string> named, unnamed;
    for (auto const* law : unread_of(row)) {
        for (auto const& act : law->named)
            if (std::find(named.begin(), named.end(), act) == named.end()) named.push_back(act);
        if (law->named.empty()) unnamed.push_back(law->law);
    }
    std::string line;
    if (!named.empty())
        line = fmt::format("It may stand in {}, which {} named and {} not read.", joined(few(named, 3)),
                           named.size() == 1 ? "is" : "are", named.size() == 1 ? "was" : "were");
    if (!unnamed.empty())
        line += fmt::format("{}It {}usually stands in {}; no act with such a title was read.",
                            line.empty() ? "" : " ", line.empty() ? "" : "also ", joined(unnamed, " or "));
    return line;
}

std::string general_rule_line(ObligationRow const& row) {
    if (row.provisions.empty() || is_open(row.verdict)) return {};
    auto const& best = row.provisions.front();
    std::vector<std::string> rules, laws, asked;
    for (auto const& element : best.elements) {
        if (std::find(best.protections.begin(), best.protections.end(), element.name) ==
            best.protections.end())
            continue;
        if (!element.elsewhere.empty()) asked.push_back(element.title);
        for (auto const& rule : element.elsewhere)
            if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    }
    if (rules.empty()) return {};
    for (auto const& law : row.usual)
        if (law.general && law.read.empty())
            laws.push_back(law.named.empty()
                               ? law.law + ", of which no act was read,"
                               : joined(few(law.named, 2)) + (law.named.size() == 1
                                                                  ? ", which is named and was not read,"
                                                                  : ", which are named and were not read,"));
    if (laws.empty()) return {};
    return fmt::format("{} may ask for {} by a general rule (“{}”)", joined(laws, " or "), joined(asked),
                       joined(rules, "”, “"));
}

std::vector<std::string> general_rule_lines(Report const& report) {
    std::vector<std::pair<std::string, std::vector<std::string>>> lines;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations) {
            auto line = general_rule_line(row);
            if (line.empty()) continue;
            auto const known = std::find_if(lines.begin(), lines.end(),
                                            [&](auto const& other) { return other.first == line; });
            if (known == lines.end())
                lines.emplace_back(std::move(line), std::vector<std::string>{row.id});
            else
                known->second.push_back(row.id);
        }
    std::vector<std::string> sentences;
    for (auto const& [line, ids] : lines) sentences.push_back(fmt::format("{}: {}.", line, joined(ids)));
    return sentences;
}

std::string unread_summary(Report const& report) {
    constexpr std::size_t most = 5;
    std::size_t open = 0, unread = 0;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations) {
            if (!row.mandatory || !is_open(row.verdict)) continue;
            ++open;
            if (!unread_of(row).empty()) ++unread;
        }
    if (unread == 0) return {};
    std::vector<std::string> kinds;
    auto const laws = unread_laws(report);
    for (auto const& law : laws) {
        if (kinds.size() == most && laws.size() > most + 1) break;
        auto const acts = law.named.empty() ? "" : ": " + joined(few(law.named, 2));
        kinds.push_back(fmt::format("{} ({}{})", law.law, law.obligations.size(), acts));
    }
    auto const more = laws.size() - kinds.size();
    return fmt::format("{} of {} open duties may be answered by law that was not read: {}{}.", unread, open,
                       joined(kinds, "; "), more > 0 ? fmt::format(" and {} more kinds", more) : "");
}

}  // namespace lacuna::report

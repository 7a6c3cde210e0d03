#include "report/decisions.hpp"

#include <fmt/format.h>

#include "report/clean.hpp"
#include "report/html_writer.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string standing(DecisionRow const& row) {
    if (row.standing == "obeyed") return {};
    if (row.standing == "superseded") return "superseded by a later decision";
    return fmt::format("{}, not obeyed: {}", row.standing, row.why);
}

}  // namespace

std::vector<DecisionRow> decision_rows(Material const& material, country::Selection const& selection,
                                       coverage::ObligationResult const& result) {
    std::vector<DecisionRow> rows;
    for (auto const& one : result.decisions) {
        auto const& decision = selection.decisions[one.decision];
        DecisionRow row;
        row.action = std::string(country::to_string(decision.action));
        row.verdict = clean(decision.verdict);
        row.reason = clean(decision.reason);
        row.reviewer = clean(decision.reviewer);
        row.date = clean(decision.date);
        row.standing = std::string(coverage::to_string(one.standing));
        row.why = clean(one.why);
        if (!decision.rests_on.empty()) row.eid = clean(decision.rests_on.front().provision);
        if (one.document.valid()) {
            auto const& document = material.set.at(one.document);
            row.act = clean(document.meta.title);
            if (one.provision.valid()) row.citation = clean(document.citation_of(one.provision));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string decision_line(DecisionRow const& row) {
    auto text = row.action == "reject"    ? std::string("reject")
                : row.action == "confirm" ? fmt::format("confirm {}", row.verdict)
                : row.action == "map"     ? fmt::format("map as {}", row.verdict)
                                          : fmt::format("override to {}", row.verdict);
    auto const place = row.citation.empty() ? row.eid : row.citation;
    if (!place.empty() && (row.action == "map" || row.action == "reject"))
        text += fmt::format(": {}{}{}", place, row.act.empty() ? "" : " of ", row.act);
    return text + fmt::format(" ({}, {})", row.reviewer, row.date);
}

std::string decision_words(DecisionRow const& row) {
    auto const state = standing(row);
    return state.empty() ? row.reason : fmt::format("{} ({})", row.reason, state);
}

std::string text_decisions(ObligationRow const& row, TextStyle const& style) {
    std::string out;
    for (auto const& decision : row.decisions) {
        out += style.wrap("    decision: ", "              ", decision_line(decision));
        out += style.wrap("      because ", "              ", decision.reason);
        if (auto const state = standing(decision); !state.empty())
            out += style.wrap("      ! ", "        ", state);
    }
    if (!row.decisions.empty())
        out += fmt::format("    computed: {}\n", style.verdict(row.computed, row.computed));
    return out;
}

std::string html_decisions(ObligationRow const& row) {
    std::string out;
    for (auto const& decision : row.decisions) {
        auto const state = standing(decision);
        out += fmt::format(
            R"(<div class="decision is-{}"><p><b>Decision:</b> {}</p><p class="small">{}</p>{}</div>
)",
            slug(decision.standing), escape_html(decision_line(decision)), escape_html(decision.reason),
            state.empty() ? "" : fmt::format(R"(<p class="small warn">{}</p>)", escape_html(state)));
    }
    if (!out.empty()) out += fmt::format("<p class=\"meta\">Computed: {}</p>\n", verdict_pill(row.computed));
    return out;
}

}  // namespace lacuna::report

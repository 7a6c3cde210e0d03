#include "report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "coverage/lacking.hpp"
#include "report/decisions.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {

std::string joined(std::vector<std::string> const& texts, std::string_view between) {
    return fmt::format("{}", fmt::join(texts, between));
}

std::vector<std::string> few(std::vector<std::string> texts, std::size_t most) {
    auto const more = texts.size() > most + 1 ? texts.size() - most : 0;
    texts.resize(texts.size() - more);
    if (more > 0) texts.push_back(fmt::format("and {} more", more));
    return texts;
}

std::string country_of(Report const& report) {
    if (!report.country.empty()) return report.country;
    if (!report.named_after.empty()) return fmt::format("The law in “{}”", report.named_after);
    return report.acts.size() == 1 ? report.acts.front().title : "These acts";
}

std::string acts_read(Report const& report) {
    constexpr std::size_t most = 6;
    std::vector<std::string> names;
    for (auto const& act : report.acts) {
        if (names.size() == most && report.acts.size() > most + 1) break;
        names.push_back(act.date.empty() ? act.title : fmt::format("{} (as at {})", act.title, act.date));
    }
    auto const more = report.acts.size() - names.size();
    return joined(names, "; ") + (more > 0 ? fmt::format("; and {} more", more) : "");
}

std::string place_of(ProvisionRow const& row) {
    return row.citation.empty() ? row.eid : row.citation;
}

std::string place_in_act(ProvisionRow const& row) {
    return row.act.empty() ? place_of(row) : fmt::format("{} of {}", place_of(row), row.act);
}

std::string places_of(std::vector<ProvisionRow> const& rows, std::size_t from) {
    std::vector<std::string> found;
    for (auto row = from; row < rows.size(); ++row) {
        auto place = place_in_act(rows[row]);
        if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(std::move(place));
    }
    return joined(found, "; ");
}

std::string place_in_set(Report const& report, ProvisionRow const& row) {
    return report.acts.size() == 1 ? place_of(row) : place_in_act(row);
}

std::string unit_in_set(Report const& report, ProvisionRow const& row) {
    ProvisionRow unit;
    unit.act = row.act;
    unit.citation = row.unit_citation.empty() ? row.citation : row.unit_citation;
    unit.eid = row.unit_eid.empty() ? row.eid : row.unit_eid;
    return place_in_set(report, unit);
}

std::string titled(ObligationRow const& row, std::string const& name) {
    for (auto const& [known, title] : row.titles)
        if (known == name) return title;
    return name;
}

std::vector<std::string> titled(ObligationRow const& row, std::vector<std::string> names) {
    for (auto& name : names) name = titled(row, name);
    return names;
}

std::vector<std::string> lacking_titles(ObligationRow const& row, ProvisionRow const& provision,
                                        std::vector<std::string> names) {
    for (auto& name : names) {
        auto const element = std::find_if(provision.elements.begin(), provision.elements.end(),
                                          [&](ElementRow const& known) { return known.name == name; });
        name = element == provision.elements.end() ? titled(row, name)
                                                   : coverage::with_lacks(titled(row, name), element->lacks);
    }
    return names;
}

std::string role_of(ElementRow const& element) {
    if (element.option) return element.allowed ? "condition, allowed" : "condition, not allowed";
    if (element.protects) return element.needed ? "asked, protects people" : "protects people";
    return element.needed ? "asked" : "not asked";
}

namespace {

[[nodiscard]] std::string lacking_parts(ObligationRow const& row, std::vector<std::string> const& missing) {
    std::vector<std::string> parts;
    if (!row.provisions.empty() && row.verdict != "gap") {
        auto const& best = row.provisions.front();
        if (!missing.empty()) parts.push_back(joined(missing));
        if (!best.extra.empty()) parts.push_back("asks for more: " + joined(titled(row, best.extra)));
    }
    if (!row.missing_members.empty()) parts.push_back(joined(row.missing_members, "; "));
    if (row.verdict == "gap" && row.missing_members.empty())
        parts.push_back(row.needs.empty() ? "everything" : "everything: " + joined(titled(row, row.needs)));
    return joined(parts, "; ");
}

}  // namespace

std::string lacking(ObligationRow const& row) {
    if (row.provisions.empty()) return lacking_parts(row, {});
    auto const& best = row.provisions.front();
    return lacking_parts(row, lacking_titles(row, best, best.missing));
}

std::string lacking_names(ObligationRow const& row) {
    return lacking_parts(row, row.provisions.empty() ? std::vector<std::string>()
                                                     : titled(row, row.provisions.front().missing));
}

std::string words_of(std::vector<PassagePart> const& passage) {
    std::string words;
    for (auto const& part : passage) {
        if (!words.empty()) words += ' ';
        if (!part.num.empty()) words += part.num + ' ';
        for (auto const& run : part.runs) words += run.text;
    }
    return words;
}

std::string checklist_line(ChecklistRow const& row) {
    auto line = coverage::with_lacks(row.title.empty() ? row.name : row.title, row.lacks);
    if (row.protects) line += " (protects people)";
    if (row.state == "present") return fmt::format("{}: there, in {}", line, row.place);
    if (row.state == "not in force")
        return fmt::format("{}: to write again; {} has it and is no law", line, row.place);
    if (row.state == "near miss") return fmt::format("{}: to write; {} has words of it", line, row.place);
    if (row.state == "remove")
        return fmt::format("{}: take out of {}, or make it no condition", line, row.place);
    return line + ": to write";
}

std::string permit_line(PermitRow const& row) {
    if (row.kind == "declared") return "declared: " + row.text;
    if (row.kind == "reservation") return fmt::format("reservation under {}: {}", row.obligation, row.text);
    if (row.kind == "option") return fmt::format("option {}: {}", row.obligation, row.text);
    return row.text;
}

std::string example_line(ExampleRow const& row) {
    auto const& place = row.citation.empty() ? row.eid : row.citation;
    return fmt::format("{}, {} of {}{}", row.country, place, row.act,
                       row.has.empty() ? "" : " (has what is missing here)");
}

std::string force_words(ObligationRow const& row) {
    if (row.policy) return "policy";
    return row.force == "shall-dl" ? "shall, subject to domestic law" : row.force;
}

std::string duties_met(ArticleRow const& article) {
    std::uint64_t duties = 0, met = 0;
    for (auto const& row : article.obligations) {
        if (!row.mandatory) continue;
        ++duties;
        if (row.verdict == "covered") ++met;
    }
    return duties == 0 ? "" : fmt::format("{}/{}", met, duties);
}

std::string named_acts_line(Report const& report, std::size_t most) {
    std::vector<std::string> names;
    for (auto const& row : report.named) {
        if (names.size() == most) break;
        auto const place =
            row.act.empty() || row.citation.empty() ? row.citation : row.citation + " of " + row.act;
        names.push_back(place.empty() ? row.name : fmt::format("{} ({})", row.name, place));
    }
    auto const more = report.named.size() - names.size();
    return joined(names) + (more > 0 ? fmt::format(" and {} more", more) : "");
}

std::string through_line(Quote const& quote) {
    std::vector<std::string> lines;
    for (auto const& by : quote.through)
        lines.push_back(fmt::format("through the definition of “{}” in {}: {}", by.term,
                                    by.citation.empty() ? by.eid : by.citation, by.text));
    return joined(lines, "; ");
}

std::string set_aside_line(SetAsideRow const& row) {
    constexpr std::size_t most = 3;
    std::vector<std::string> const shown(
        row.places.begin(),
        row.places.begin() + static_cast<std::ptrdiff_t>(std::min(most, row.places.size())));
    auto const what = row.why == "web-page"  ? "text of a web page"
                      : row.why == "example" ? "examples that explain a provision"
                                             : "the heading of the next chapter, which ran on";
    auto const more = row.places.size() - shown.size();
    return fmt::format("{}, in {}{}", what, joined(shown), more > 0 ? fmt::format(" and {} more", more) : "");
}

std::vector<std::string> reading_notes(Report const& report, std::size_t most) {
    std::vector<std::string> notes;
    if (auto unread = unread_summary(report); !unread.empty()) notes.push_back(std::move(unread));
    if (!report.not_read.empty())
        notes.push_back("Law of the country that was not given to be read: " + joined(report.not_read) + ".");
    for (auto& doubt : doubts(report)) notes.push_back(std::move(doubt));
    for (auto const& row : report.no_law) notes.push_back("Not read as law: " + set_aside_line(row) + ".");
    if (!report.named.empty())
        notes.push_back("Named in the law and not read, so that a gap may be answered there: " +
                        named_acts_line(report, most) + ".");
    return notes;
}

std::string languages_line(ActRow const& act) {
    return act.also_read.empty() ? act.language : act.language + ", " + joined(act.also_read);
}

std::string unspoken_line(ActRow const& act) {
    return fmt::format("no rules in the language of parts of it ({})", joined(act.unspoken));
}

std::string repealed_line(ActRow const& act) {
    if (!act.repealed) return {};
    return fmt::format("repealed by {} of {}, so that it covers nothing", act.repealed->citation,
                       act.repealed->act);
}

std::string repealed_sentence(ActRow const& act) {
    if (!act.repealed) return {};
    return fmt::format("{} was {}: “{}”.", act.title, repealed_line(act), act.repealed->words);
}

std::string scrambled_line() {
    return "its text was read across the columns of a page: verdicts that rest on it are not to be trusted";
}

std::vector<std::string> doubts(Report const& report) {
    std::vector<std::string> all;
    for (auto const& act : report.acts) {
        if (act.scrambled) all.push_back(fmt::format("{}: {}.", act.title, scrambled_line()));
        if (act.repealed) all.push_back(repealed_sentence(act));
    }
    return all;
}

std::vector<std::string> caveats(Report const& report) {
    std::vector<std::string> all{std::string(no_advice)};
    if (report.unverified > 0)
        all.push_back(fmt::format("{} not checked against the authentic text of the instrument.",
                                  report.unverified == 1
                                      ? "1 obligation was"
                                      : fmt::format("{} obligations were", report.unverified)));
    if (!report.instrument_note.empty()) all.push_back(report.instrument_note);
    return all;
}

std::vector<std::string> remarks_of_decisions(ObligationRow const& row) {
    std::vector<std::string> out;
    for (auto const& decision : row.decisions)
        out.push_back(fmt::format("decision: {}: {}", decision_line(decision), decision_words(decision)));
    if (!row.decisions.empty()) out.push_back("computed: " + row.computed);
    if (!row.reservation.empty()) out.push_back("declared: " + row.reservation);
    return out;
}

std::vector<std::string> remarks(ObligationRow const& row) {
    auto out = remarks_of_decisions(row);
    if (!row.flags.empty()) out.insert(out.begin(), "flags: " + joined(row.flags));
    if (auto line = unread_line(row); !line.empty()) out.push_back(std::move(line));
    if (row.verified != "checked") out.push_back("text of the obligation: " + row.verified);
    if (!row.note.empty()) out.push_back(row.note);
    return out;
}

}  // namespace lacuna::report

#include "score/gold.hpp"

#include <algorithm>

#include "score/words.hpp"

namespace lacuna::score {
namespace {

[[nodiscard]] int confidence_rank(std::string const& name) {
    return name == "low" ? 0 : name == "med" ? 1 : 2;
}

[[nodiscard]] bool left_out(Question const& question, GoldOptions const& options) {
    if (question.file.empty() || options.exclude.count(question.convention + '/' + question.article) > 0)
        return true;
    if (!options.convention.empty() && question.convention != options.convention) return true;
    auto const holds = [&](auto const& part) { return question.file.find(part) != std::string::npos; };
    return !options.files.empty() && std::none_of(options.files.begin(), options.files.end(), holds);
}

// Puts a row in its place. False when the article stays undecided without other rows.
[[nodiscard]] bool enter(Truth& truth, GoldRow const& row, bool low) {
    auto const section = section_of(row.eid);
    if (row.positive() && row.eid.empty()) return false;
    if (low) {
        if (!row.eid.empty()) truth.related.insert(section);
        return !(row.positive() || (row.relation == "none" && row.obligation.empty()));
    }
    truth.rows.push_back(row);
    if (row.positive()) truth.positive[section].push_back(row);
    if (row.relation == "related" && !row.eid.empty()) truth.related.insert(section);
    return true;
}

void conclude(Truth& truth) {
    for (auto const& [section, rows] : truth.positive) truth.related.erase(section);
    std::map<std::string, bool> strict;
    for (auto const& row : truth.rows) {
        truth.strict = truth.strict || row.strict();
        strict[row.obligation] = strict[row.obligation] || row.strict();
    }
    if (strict.size() > 1) strict.erase("");
    truth.strict_all = !strict.empty();
    for (auto const& [obligation, good] : strict) {
        truth.strict_all = truth.strict_all && good;
        truth.obligations.insert(obligation);
    }
}

[[nodiscard]] bool same_place(GoldRow const& a, GoldRow const& b) {
    return a.question() == b.question() && a.eid == b.eid && a.obligation == b.obligation;
}

void rule(GoldRow& row, GoldRow const& ruling) {
    row.relation = ruling.relation;
    row.missing = ruling.missing;
    row.overbroad = ruling.overbroad;
    row.effect = ruling.effect;
    row.joint = ruling.joint;
    row.note = ruling.note;
}

}  // namespace

bool GoldRow::strict() const {
    return relation == "full" || (relation == "partial" && trimmed(effect) == "broader") ||
           (positive() && joint.rfind("full", 0) == 0);
}

bool GoldRow::broader() const {
    auto const kind = trimmed(effect);
    return kind == "broader" || kind == "both" || lowered(trimmed(overbroad)).rfind("yes", 0) == 0;
}

Question GoldRow::question() const {
    return {trimmed(file), lowered(trimmed(convention)), trimmed(article)};
}

std::vector<GoldRow> gold_rows(Table const& table) {
    std::vector<GoldRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const at = [&](char const* column) { return table.cell(i, column); };
        rows.push_back({at("country"), at("family"), at("file"), at("eid"), at("convention"), at("article"),
                        at("obligation"), at("relation"), at("missing_elements"), at("overbroad"),
                        at("effect"), at("joint"), at("confidence"), at("note")});
    }
    return rows;
}

Truth const* Gold::find(Question const& question) const {
    auto const found = row.find(question);
    return found == row.end() ? nullptr : &truths[found->second];
}

Gold read_gold(std::vector<GoldRow> const& rows, GoldOptions const& options) {
    Gold gold;
    std::vector<Truth> truths;
    std::map<Question, std::size_t> places;
    std::set<Question> undecided;
    for (auto const& row : rows) {
        auto const question = row.question();
        gold.files.insert(question.file);
        if (left_out(question, options)) continue;
        auto const slash = question.file.substr(0, question.file.find('/'));
        gold.country[question.file] = lowered(row.country.empty() ? slash : row.country);
        gold.family[question.file] = row.family.empty() ? "other" : row.family;
        auto const [place, fresh] = places.try_emplace(question, truths.size());
        if (fresh) truths.emplace_back().question = question;
        bool const low = confidence_rank(row.confidence) < confidence_rank(options.min_confidence);
        if (row.positive() && row.eid.empty()) ++gold.unresolved;
        if (!enter(truths[place->second], row, low)) undecided.insert(question);
    }
    for (auto& truth : truths) {
        if (truth.positive.empty() && undecided.count(truth.question) > 0) continue;
        conclude(truth);
        gold.row.emplace(truth.question, gold.truths.size());
        gold.truths.push_back(std::move(truth));
    }
    return gold;
}

Adjudicated adjudicate(std::vector<GoldRow> const& gold, std::vector<GoldRow> const& adjudications) {
    Adjudicated result;
    result.rows = gold;
    for (auto const& ruling : adjudications) {
        auto const same = [&](GoldRow const& row) { return same_place(row, ruling); };
        bool const known = std::any_of(result.rows.begin(), result.rows.end(), same);
        if (known && ruling.relation == "drop") {
            result.rows.erase(std::remove_if(result.rows.begin(), result.rows.end(), same),
                              result.rows.end());
            ++result.dropped;
        } else if (known) {
            for (auto& row : result.rows)
                if (same(row)) rule(row, ruling);
            ++result.changed;
        } else if (ruling.relation != "drop") {
            auto added = ruling;
            auto const home = std::find_if(gold.begin(), gold.end(),
                                           [&](GoldRow const& row) { return row.file == ruling.file; });
            if (home != gold.end()) added.country = home->country, added.family = home->family;
            result.rows.push_back(std::move(added));
            ++result.added;
        } else {
            ++result.idle;
        }
    }
    return result;
}

namespace {

[[nodiscard]] bool is_section_part(std::string_view part) {
    for (std::string_view const name : {"section", "article", "sec", "art"}) {
        if (part.substr(0, name.size()) != name) continue;
        if (part.size() == name.size() || part[name.size()] == '_' || part[name.size()] == '-') return true;
    }
    return false;
}

// "section-2.1.list1" -> "section-2", "art-211[2]" as it stands; empty for identifiers of another form.
[[nodiscard]] std::string hyphenated(std::string const& eid) {
    auto const dash = eid.find('-');
    if (dash == std::string::npos || !is_section_part(std::string_view(eid).substr(0, dash))) return {};
    if (eid.find('_') < dash) return {};
    auto const stop = eid.find_first_of(".[", dash + 1);
    auto const bracket = eid.find('[', dash + 1);
    if (dash + 1 == eid.size() || stop == dash + 1) return {};
    auto const head = eid.substr(0, stop);
    if (bracket == std::string::npos) return head;
    auto const tail = eid.substr(bracket);
    bool const number =
        tail.size() > 2 && tail.back() == ']' && tail.find_first_not_of("0123456789", 1) == tail.size() - 1;
    return number ? head + tail : std::string();
}

}  // namespace

std::string section_of(std::string const& eid) {
    if (auto const whole = hyphenated(eid); !whole.empty()) return whole;
    for (std::size_t begin = 0;;) {
        auto const end = eid.find("__", begin);
        if (end == std::string::npos) return eid;
        if (is_section_part(std::string_view(eid).substr(begin, end - begin))) return eid.substr(0, end);
        begin = end + 2;
    }
}

std::set<std::string> element_names(std::string const& text) {
    std::set<std::string> names;
    for (auto const& part : split(text, ";,"))
        if (auto const name = lowered(trimmed(part)); !name.empty()) names.insert(name);
    return names;
}

}  // namespace lacuna::score

#include "score/errors.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "score/words.hpp"

namespace lacuna::score {
namespace {

[[nodiscard]] std::string note_of(GoldRow const& row) {
    std::vector<std::string> parts{row.obligation.empty() ? row.relation
                                                          : row.obligation + ' ' + row.relation};
    if (!row.missing.empty()) parts.push_back("missing " + row.missing);
    for (auto const& part : {row.effect, row.joint, row.note})
        if (!part.empty()) parts.push_back(part);
    return fmt::format("{}", fmt::join(parts, " | "));
}

[[nodiscard]] std::string notes_of(std::vector<GoldRow> const& rows, bool places) {
    std::vector<std::string> notes;
    for (auto const& row : rows)
        notes.push_back(places ? (row.eid.empty() ? "-" : row.eid) + ": " + note_of(row) : note_of(row));
    return fmt::format("{}", fmt::join(notes, "; "));
}

template <typename Rows>
[[nodiscard]] std::set<std::string> names_in(Rows const& rows) {
    std::set<std::string> names;
    for (auto const& row : rows) names.merge(element_names(row.missing));
    return names;
}

[[nodiscard]] std::string listed(std::set<std::string> const& names) {
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

void add_lines(std::vector<std::string>& lines, std::vector<PredictedRow> const& rows) {
    for (auto const& row : rows)
        if (!row.saw.empty()) lines.push_back((row.eid.empty() ? "" : row.eid + ' ') + row.saw);
}

class Lister {
  public:
    Lister(Truth const& truth, Answer const& answer, std::vector<Error>& errors)
        : truth_(truth), answer_(answer), errors_(errors) {}

    void list() {
        verdict();
        for (auto const& [section, rows] : answer_.pairs)
            if (truth_.positive.count(section) == 0 && truth_.related.count(section) == 0)
                add("FALSE", section, "predicted " + rows.front().verdict + ", not in the gold", rows);
        for (auto const& [section, rows] : truth_.positive) {
            auto const said = answer_.pairs.find(section);
            if (said == answer_.pairs.end())
                missed(section, rows);
            else
                compare(section, rows, said->second);
        }
    }

  private:
    void add(std::string kind, std::string section, std::string message,
             std::vector<PredictedRow> const& rows) {
        Error error{std::move(kind), truth_.question, std::move(section), std::move(message), {}};
        add_lines(error.saw, rows);
        errors_.push_back(std::move(error));
    }

    void verdict() {
        bool const covered = !truth_.positive.empty();
        auto const notes = notes_of(truth_.rows, true);
        if (answer_.says_covered() != covered)
            add("VERDICT", "",
                fmt::format("predicted {}, gold {} [{}]", answer_.verdict(), covered ? "covered" : "gap",
                            notes),
                {});
        else if (answer_.covered && !truth_.strict)
            add("STRICT", "", fmt::format("predicted covered, gold only partial [{}]", notes), {});
    }

    void missed(std::string const& section, std::vector<GoldRow> const& rows) {
        auto const refused = answer_.refused.find(section);
        auto const message = fmt::format("[{}]", notes_of(rows, false));
        if (refused != answer_.refused.end()) return add("MISSED", section, message, refused->second);
        add("MISSED", section, message, {});
        errors_.back().saw = {"no measure came near"};
    }

    void compare(std::string const& section, std::vector<GoldRow> const& rows,
                 std::vector<PredictedRow> const& said) {
        auto const gold = names_in(rows), ours = names_in(said);
        if (gold != ours)
            add("ELEMENTS", section,
                fmt::format("predicted missing {}, gold {} [{}]", listed(ours), listed(gold),
                            notes_of(rows, false)),
                said);
        bool const broad = std::any_of(rows.begin(), rows.end(), [](auto const& r) { return r.broader(); });
        bool const flag = std::any_of(said.begin(), said.end(), [](auto const& r) { return r.is_broader(); });
        if (broad != flag)
            add("BROADER", section,
                fmt::format("predicted {}, gold {} [{}]", flag ? "broader" : "not broader",
                            broad ? "broader" : "not broader", notes_of(rows, false)),
                said);
    }

    Truth const& truth_;
    Answer const& answer_;
    std::vector<Error>& errors_;
};

}  // namespace

std::vector<Error> errors(Gold const& gold, Prediction const& prediction) {
    std::vector<Truth const*> order;
    for (auto const& truth : gold.truths) order.push_back(&truth);
    std::stable_sort(order.begin(), order.end(), [](Truth const* a, Truth const* b) {
        auto const& x = a->question;
        auto const& y = b->question;
        if (x.file != y.file || x.convention != y.convention)
            return std::tie(x.file, x.convention) < std::tie(y.file, y.convention);
        return natural_less(x.article, y.article);
    });
    std::vector<Error> found;
    for (auto const* truth : order) Lister(*truth, prediction.at(truth->question), found).list();
    return found;
}

}  // namespace lacuna::score

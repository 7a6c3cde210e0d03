#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/compare/reasons.hpp"

namespace lacuna::report {
namespace {

struct ChangeName {
    std::string_view name, heading;
};
constexpr std::array<ChangeName, 10> change_names{
    {{"fell", "Fell"},
     {"rose", "Rose"},
     {"verdict-changed", "Another verdict, neither better nor worse"},
     {"moved", "Moved to another provision"},
     {"evidence-lost", "Lost evidence, same verdict"},
     {"evidence-gained", "Gained evidence, same verdict"},
     {"evidence-changed", "Other words or elements, same verdict"},
     {"flags-changed", "Other flags only"},
     {"new", "New"},
     {"gone", "Gone"}}};

// How much of a duty is met. What is untested or an option has no place on the way up.
[[nodiscard]] int rank(std::string_view verdict) {
    if (verdict == "covered") return 3;
    if (verdict == "reserved") return 2;
    return verdict == "partial" ? 1 : 0;
}

[[nodiscard]] bool option(std::string_view verdict) {
    return verdict.starts_with("option-") || verdict == "outside-statutes";
}

[[nodiscard]] Change change_of_verdict(std::string_view before, std::string_view after) {
    if (option(before) || option(after) || rank(before) == rank(after)) return Change::verdict_changed;
    return rank(before) < rank(after) ? Change::rose : Change::fell;
}

[[nodiscard]] std::vector<std::string> without(std::vector<std::string> const& all,
                                               std::vector<std::string> const& taken) {
    std::vector<std::string> out;
    for (auto const& one : all)
        if (std::find(taken.begin(), taken.end(), one) == taken.end()) out.push_back(one);
    return out;
}

[[nodiscard]] ProvisionRow const* best_of(ObligationRow const& row) {
    auto const at = std::find_if(row.provisions.begin(), row.provisions.end(), answers);
    return at == row.provisions.end() ? nullptr : &*at;
}

class Comparer {
  public:
    Comparer(Report const& a, Report const& b) : known_a_(a), known_b_(b), sides_{a, b, known_a_, known_b_} {
        out_.a = &a;
        out_.b = &b;
    }

    [[nodiscard]] Comparison run() {
        out_.differences = differences(sides_);
        std::map<std::string, ObligationRow const*> later;
        for (auto const& article : sides_.b.articles)
            for (auto const& row : article.obligations) later.emplace(row.id, &row);
        std::map<std::string, ObligationRow const*> earlier;
        for (auto const& article : sides_.a.articles)
            for (auto const& row : article.obligations) earlier.emplace(row.id, &row);
        // The order of the second report, with what is gone at the place of the article that it stood in.
        for (auto const& article : sides_.b.articles)
            for (auto const& row : article.obligations) {
                auto const at = earlier.find(row.id);
                add(at == earlier.end() ? nullptr : at->second, &row);
            }
        for (auto const& article : sides_.a.articles)
            for (auto const& row : article.obligations)
                if (later.count(row.id) == 0) add(&row, nullptr);
        return std::move(out_);
    }

  private:
    void add(ObligationRow const* before, ObligationRow const* after) {
        ChangeRow row;
        auto const& shown = after == nullptr ? *before : *after;
        row.id = shown.id;
        row.title = shown.title;
        row.before = before;
        row.after = after;
        if (before == nullptr || after == nullptr) {
            row.change = before == nullptr ? Change::appeared : Change::gone;
        } else {
            row.flags_gone = without(before->flags, after->flags);
            row.flags_new = without(after->flags, before->flags);
            if (!changed(*before, *after, row)) {
                ++out_.unchanged;
                return;
            }
        }
        row.why = reasons(sides_, row);
        out_.changes.push_back(std::move(row));
    }

    [[nodiscard]] bool changed(ObligationRow const& before, ObligationRow const& after,
                               ChangeRow& row) const {
        if (before.verdict != after.verdict) {
            row.change = change_of_verdict(before.verdict, after.verdict);
            return true;
        }
        auto const* first = best_of(before);
        auto const* second = best_of(after);
        bool const lost = !only_here(before, known_a_, after, known_b_).empty();
        bool const gained = !only_here(after, known_b_, before, known_a_).empty();
        if (first != nullptr && second != nullptr &&
            known_a_.place_of(*first) != known_b_.place_of(*second)) {
            row.change = Change::moved;
        } else if (lost != gained) {
            row.change = lost ? Change::evidence_lost : Change::evidence_gained;
        } else if (lost || proof_of(before, known_a_) != proof_of(after, known_b_)) {
            row.change = Change::evidence_changed;
        } else if (!row.flags_gone.empty() || !row.flags_new.empty()) {
            row.change = Change::flags_changed;
        } else {
            return false;
        }
        return true;
    }

    Known known_a_, known_b_;
    Sides sides_;
    Comparison out_;
};

}  // namespace

std::string_view to_string(Change change) {
    return change_names[static_cast<std::size_t>(change)].name;
}

std::string_view heading_of(Change change) {
    return change_names[static_cast<std::size_t>(change)].heading;
}

std::vector<Change> const& all_changes() {
    static std::vector<Change> const all = [] {
        std::vector<Change> out;
        for (std::size_t i = 0; i < change_names.size(); ++i) out.push_back(static_cast<Change>(i));
        return out;
    }();
    return all;
}

std::size_t Comparison::count(Change change) const {
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(), [&](ChangeRow const& row) { return row.change == change; }));
}

std::string unlike(Report const& a, Report const& b) {
    if (a.instrument != b.instrument)
        return fmt::format("one report is about '{}', the other about '{}'", a.instrument, b.instrument);
    if (a.country_code != b.country_code && !a.country_code.empty() && !b.country_code.empty())
        return fmt::format("one report is about the law of '{}', the other about that of '{}'",
                           a.country_code, b.country_code);
    return {};
}

Comparison compare(Report const& a, Report const& b) {
    return Comparer(a, b).run();
}

}  // namespace lacuna::report

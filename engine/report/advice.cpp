#include "report/advice.hpp"

#include <algorithm>

#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] bool lists(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[nodiscard]] ElementRow const* element_of(ProvisionRow const& row, std::string const& name) {
    for (auto const& element : row.elements)
        if (element.name == name) return &element;
    return nullptr;
}

[[nodiscard]] ChecklistRow check(ObligationRow const& row, std::string const& name) {
    ChecklistRow item{name, "missing", "", lists(row.protects, name), titled(row, name)};
    if (!row.provisions.empty()) {
        auto const& best = row.provisions.front();
        if (auto const* element = element_of(best, name); element != nullptr && element->found) {
            item.state = best.verdict == "not in force" ? "not in force" : "present";
            item.place = place_in_act(best);
            return item;
        } else if (element != nullptr) {
            item.lacks = element->lacks;
        }
    }
    for (auto const& miss : row.near_misses) {
        auto const* element = element_of(miss, name);
        if (element == nullptr || !element->found) continue;
        item.state = "near miss";
        item.place = place_in_act(miss);
        break;
    }
    return item;
}

void add_checklist(ObligationRow& row) {
    auto& list = row.advice.checklist;
    if (row.provisions.empty() && row.missing_members.empty() && row.needs.size() <= 1) {
        // The name of an only element ("conduct") would say nothing: the obligation itself is what to write.
        auto item = row.needs.empty() ? ChecklistRow{"", "missing", "", false} : check(row, row.needs[0]);
        item.name = item.title = row.title;
        list.push_back(std::move(item));
        return;
    }
    for (auto const& name : row.needs) list.push_back(check(row, name));
    if (!row.provisions.empty())
        for (auto const& name : row.provisions.front().extra)
            list.push_back({name, "remove", place_in_act(row.provisions.front()), false, titled(row, name)});
    for (auto const& title : row.missing_members) list.push_back({title, "missing", "", false});
}

void add_permits(ObligationRow& row, Report const& report) {
    auto& permits = row.advice.permits;
    if (!row.reservation.empty()) permits.push_back({"declared", row.reservable_under, row.reservation});
    bool named = false;
    for (auto const& article : report.articles)
        for (auto const& other : article.obligations) {
            if (other.id == row.id || other.force != "may" || other.policy) continue;
            bool const reserves = other.id == row.reservable_under;
            if (!reserves && !lists(other.narrows, row.id)) continue;
            named = named || reserves;
            permits.push_back({reserves ? "reservation" : "option", other.id, other.title});
        }
    if (!row.reservable_under.empty() && !named)
        permits.push_back({"reservation", row.reservable_under, "A reservation can be declared"});
    if (!row.allows.empty())
        permits.push_back({"condition", row.id, "The law may ask for " + joined(titled(row, row.allows))});
    std::stable_sort(permits.begin(), permits.end(), [](auto const& a, auto const& b) {
        auto const rank = [](PermitRow const& permit) {
            return permit.kind == "declared" ? 0 : permit.kind == "reservation" ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
}

// What an example should have: the missing elements of the best provision; none where nothing was found.
[[nodiscard]] std::vector<std::string> wanted(ObligationRow const& row) {
    if (row.provisions.empty() || row.verdict == "gap") return {};
    return row.provisions.front().missing;
}

[[nodiscard]] ExampleRow example_of(Report const& other, ProvisionRow const& row,
                                    std::vector<std::string> has) {
    ExampleRow example{!other.country.empty()       ? other.country
                       : !other.named_after.empty() ? other.named_after
                                                    : other.country_code,
                       "",
                       row.act,
                       row.eid,
                       row.citation,
                       row.path,
                       row.file,
                       row.line,
                       std::move(has),
                       row.passage};
    for (auto const& act : other.acts)
        if (act.file == row.file) example.language = act.language;
    return example;
}

constexpr std::size_t examples_limit = 2;

void add_examples_of(ObligationRow& row, ObligationRow const& theirs, Report const& other) {
    auto const missing = wanted(row);
    std::size_t added = 0;
    for (bool const whole : {true, false}) {
        for (auto const& provision : theirs.provisions) {
            if (added == examples_limit) return;
            if ((provision.verdict == "covered") != whole || provision.force != "in force") continue;
            std::vector<std::string> has;
            for (auto const& name : missing)
                if (auto const* element = element_of(provision, name); element != nullptr && element->found)
                    has.push_back(name);
            if (has.empty() && (!whole || !missing.empty())) continue;
            row.advice.examples.push_back(example_of(other, provision, std::move(has)));
            ++added;
        }
    }
}

}  // namespace

bool open(ObligationRow const& row) {
    if (row.policy || row.force == "may") return false;
    return row.verdict == "gap" || row.verdict == "partial" || row.verdict == "reserved" ||
           lists(row.flags, "broader");
}

void add_advice(Report& report) {
    for (auto& article : report.articles)
        for (auto& row : article.obligations) {
            if (!open(row)) continue;
            add_checklist(row);
            add_permits(row, report);
        }
}

void add_examples(Report& report, Report const& other) {
    if (report.instrument != other.instrument) return;
    for (auto& article : report.articles) {
        for (auto& row : article.obligations) {
            if (!open(row)) continue;
            for (auto const& their_article : other.articles)
                for (auto const& theirs : their_article.obligations)
                    if (theirs.id == row.id) add_examples_of(row, theirs, other);
        }
    }
}

}  // namespace lacuna::report

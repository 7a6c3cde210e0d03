#include "coverage/reach.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "coverage/judge.hpp"

namespace lacuna::coverage {
namespace {

[[nodiscard]] bool is_in(std::vector<std::string> const& list, std::string const& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

[[nodiscard]] bool could_hold(std::vector<std::string> const& kinds, std::vector<std::string> const& asked) {
    return kinds.empty() || asked.empty() ||
           std::any_of(kinds.begin(), kinds.end(), [&](auto const& kind) { return is_in(asked, kind); });
}

}  // namespace

Reach::Reach(program::Catalogue const& catalogue, akn::StatuteSet const& set, match::Findings const& findings,
             country::Selection const& selection)
    : catalogue_(catalogue) {
    auto const kinds_of = [&](std::string const& path) {
        auto const at = selection.kinds.find(path);
        return at == selection.kinds.end() ? std::vector<std::string>{} : at->second;
    };
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        auto const& document = set.documents[i];
        auto const path = set.path_of(DocumentId(i));
        Act act;
        act.title = document.meta.title.empty() ? path : document.meta.title;
        if (act.title.empty()) act.title = "the text";  // that is no file
        if (!document.meta.languages.empty()) act.language = document.meta.languages.front();
        act.kinds = kinds_of(path);
        act.bill = document.meta.document_type == "bill";
        act.counts = !act.bill || selection.as_law.count(path) > 0;
        if (!findings.languages[i].empty()) act.read_as.push_back(findings.languages[i]);
        for (auto const& part : findings.parts)
            if (part.document.index() == i)
                (part.spoken ? act.read_as : act.unspoken).push_back(part.language);
        // Its own language is spoken by none, where that of a part is.
        if (findings.languages[i].empty() && !act.read_as.empty())
            act.unspoken.insert(act.unspoken.begin(), act.language.empty() ? "not stated" : act.language);
        act.text = !document.provisions.empty();
        acts_.push_back(std::move(act));
    }
    for (auto const& file : set.unread) unread_.push_back({file.string(), kinds_of(file.string()), {}, true});
    auto const& not_read = selection.country.not_read;
    for (std::size_t i = 0; i < not_read.size(); ++i)
        unread_.push_back({not_read[i].title, not_read[i].kinds,
                           i < findings.not_read.size() ? findings.not_read[i] : std::vector<ConceptId>{},
                           false});
}

// By what its title says, where that and the instrument say of what law they are; else by its kinds. An act
// of which neither says anything hinders nothing: one unknown title would make every gap untested.
bool Reach::may_hold(Unread const& act, program::Obligation const& obligation) {
    if (act.given) return could_hold(act.kinds, obligation.asks);
    auto const& usual = obligation.usually_in;
    if (act.laws.empty() || usual.empty())
        return !act.kinds.empty() && could_hold(act.kinds, obligation.asks);
    return std::any_of(act.laws.begin(), act.laws.end(), [&](ConceptId law) {
        return std::find(usual.begin(), usual.end(), law) != usual.end();
    });
}

std::string Reach::hindrance(Act const& act, program::Obligation const& obligation) const {
    if (!act.text) return fmt::format("{} has no provision that could be read", act.title);
    if (act.read_as.empty())
        return fmt::format("no rules speak the language of {} ({}); they speak {}", act.title,
                           act.language.empty() ? "not stated" : act.language,
                           fmt::join(catalogue_.languages, ", "));
    if (!act.unspoken.empty())
        return fmt::format("no rules speak the language of parts of {} ({}); they speak {}", act.title,
                           fmt::join(act.unspoken, ", "), fmt::join(catalogue_.languages, ", "));
    for (auto const& language : act.read_as) {
        std::vector<std::string> unsaid;
        for (auto const id : measures_of(obligation.met_by))
            if (is_in(catalogue_.at(id).unsaid, language)) unsaid.push_back(catalogue_.at(id).title);
        if (unsaid.empty()) continue;
        return fmt::format("not looked for in {}: the rules have no words in {} ({}) for: {}", act.title,
                           language == act.read_as.front() ? "its language" : "the language of parts of it",
                           language, fmt::join(unsaid, "; "));
    }
    return {};
}

std::string Reach::hindrance(program::Obligation const& obligation) const {
    auto const& kinds = obligation.asks;
    bool any = false;
    for (auto const& act : acts_) {
        if (!act.counts || !could_hold(act.kinds, kinds)) continue;
        any = true;
        if (auto why = hindrance(act, obligation); !why.empty()) return why;
    }
    for (auto const& act : unread_)
        if (may_hold(act, obligation))
            return act.name + (act.given ? " could not be read" : " was not given to be read");
    if (any) return {};
    return fmt::format("no act of the kind that would hold it is in the set: {}", fmt::join(kinds, ", "));
}

}  // namespace lacuna::coverage

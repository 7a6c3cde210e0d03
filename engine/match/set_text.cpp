#include "match/set_text.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

// What the terms mean is asked of the text without them, and the places of the text with them.
[[nodiscard]] std::unique_ptr<Definitions> define(ActText& text, program::KnownConcepts const& known) {
    auto definitions = std::make_unique<Definitions>(text, known);
    text.terms = DefinedTerms(text, *definitions, known);
    return definitions;
}

}  // namespace

ActContext::ActContext(ActText act, program::KnownConcepts const& known)
    : text_(std::move(act)),
      definitions_(define(text_, known)),
      places(text_),
      in_force(std::all_of(text_.document->provisions.begin(), text_.document->provisions.end(),
                           [](akn::Provision const& row) { return row.force == akn::Force::in_force; })),
      known_(known) {}

void ActContext::read_ahead() const {
    if (text.code == nullptr) return;
    (void)defining();
    (void)citations();
}

Citations const& ActContext::citations() const {
    std::call_once(citations_once_, [&] { citations_ = std::make_unique<Citations>(text, places, known_); });
    return *citations_;
}

std::span<std::uint32_t const> ActContext::passages_of(std::uint32_t segment) const {
    auto const all = places.places_of(segment);
    auto const end = std::lower_bound(all.begin(), all.end(), places.passages());
    return all.first(static_cast<std::size_t>(end - all.begin()));
}

PlaceSet const& ActContext::defining() const {
    std::call_once(defining_once_, [&] {
        defining_ = std::make_unique<PlaceSet>(places.words());
        for (auto const& definition : definitions().all())
            for (auto const place : places.places_of(definition.segment)) defining_->insert(place);
    });
    return *defining_;
}

bool SetText::is_repealed(DocumentId row) const {
    return !repeals.empty() && std::any_of(repeals.begin(), repeals.end(), [&](ActRepeal const& repeal) {
        return repeal.act == document_of(row);
    });
}

akn::Force SetText::force_of(DocumentId row, ProvisionId provision) const {
    bool const repealed = is_repealed(row);
    if (!provision.valid()) return repealed ? akn::Force::repealed : akn::Force::in_force;
    auto const own = acts[row.index()]->text.document->at(provision).force;
    return repealed && own == akn::Force::in_force ? akn::Force::repealed : own;
}

std::optional<Outcome> SetText::known(DocumentId act, program::ConditionId condition, bool law) const {
    std::scoped_lock const lock(memory_mutex_);
    auto const row = memory_.find({act, condition, law});
    if (row == memory_.end()) return std::nullopt;
    return row->second;
}

void SetText::remember(DocumentId act, program::ConditionId condition, bool law,
                       Outcome const& outcome) const {
    std::scoped_lock const lock(memory_mutex_);
    memory_.emplace(std::tuple(act, condition, law), outcome);
}

}  // namespace lacuna::match

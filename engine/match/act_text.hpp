// One act as match/ works on it: its tokens, the phrases that the automaton found in it, and where they
// stand.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "akn/document.hpp"
#include "program/program.hpp"
#include "text/statute_text.hpp"

namespace lacuna::match {

struct GroupHit {  // a phrase of a group, in tokens of the act
    program::GroupId group;
    std::uint32_t begin = 0, end = 0;
};

struct PlacedHit {  // the same, seen from its group
    std::uint32_t segment = 0, begin = 0, end = 0;
    auto operator<=>(PlacedHit const&) const = default;
};

struct ActText {
    DocumentId id;
    akn::Document const* document = nullptr;
    program::LanguageCode const* code = nullptr;  // null: no lexicon speaks the act's language
    std::size_t language = 0;                     // row of Program::languages
    std::shared_ptr<text::Vocabulary> vocabulary;
    text::StatuteText text;
    std::vector<GroupHit> hits;              // in the order of the text
    std::vector<std::uint32_t> hit_begin;    // by segment, one more than there are segments
    std::vector<std::uint32_t> counts;       // by group: hits in the whole act
    std::vector<PlacedHit> by_group;         // the hits of each group, in the order of the text
    std::vector<std::uint32_t> group_begin;  // by group, one more than there are groups
    std::vector<std::uint32_t> unit_of_passage;
    std::vector<std::uint32_t> set_aside;  // segments that hold no law and were not matched, sorted

    [[nodiscard]] std::span<GroupHit const> hits_of(std::uint32_t segment) const {
        return std::span(hits).subspan(hit_begin[segment], hit_begin[segment + 1] - hit_begin[segment]);
    }
    [[nodiscard]] std::span<PlacedHit const> hits_of(program::GroupId group) const {
        auto const begin = group_begin[group.index()];
        return std::span(by_group).subspan(begin, group_begin[group.index() + 1] - begin);
    }
    [[nodiscard]] std::span<std::uint32_t const> segments_of(text::Passage const& passage) const {
        return std::span(text.passage_segments)
            .subspan(passage.segment_begin, passage.segment_end - passage.segment_begin);
    }
    [[nodiscard]] bool has_group(program::GroupId group) const { return counts[group.index()] > 0; }
};

}  // namespace lacuna::match

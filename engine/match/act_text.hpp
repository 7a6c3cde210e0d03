// One act as match/ works on it: its tokens, the phrases that the automaton found in it, and where they
// stand.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "akn/document.hpp"
#include "match/defined_terms.hpp"
#include "match/finding.hpp"
#include "match/phrase_index.hpp"
#include "program/program.hpp"
#include "text/statute_text.hpp"

namespace lacuna::match {

struct Stretch {  // of one segment, in tokens of the act
    NoLaw why = NoLaw::furniture;
    std::uint32_t segment = 0, token_begin = 0, token_end = 0;
};

struct ActText;

// The name of an act as it stands in the text, in tokens of the act.
struct ActName {
    std::uint32_t begin = 0, end = 0;
    // Past the number behind it, "Republic Act No. 5"; `end` where there is none.
    std::uint32_t number_end = 0;
    std::uint32_t segment = 0;
    std::uint32_t word_begin = 0, word_end = 0;  // what an act is called: "Act", "Code"

    // Whether these words stand in it, without what an act is called.
    [[nodiscard]] bool is_around(std::uint32_t first, std::uint32_t last) const {
        return begin <= first && last <= end && (last <= word_begin || word_end <= first);
    }
    [[nodiscard]] std::uint32_t text_begin(ActText const& act) const;  // bytes of Document::text
    [[nodiscard]] std::uint32_t text_end(ActText const& act) const;
    [[nodiscard]] std::string_view words(ActText const& act) const;
    [[nodiscard]] std::string_view words_with_number(ActText const& act) const;
};

struct ActText {
    DocumentId id;
    akn::Document const* document = nullptr;
    program::LanguageCode const* code = nullptr;  // null: no lexicon speaks the act's language
    std::size_t language = 0;                     // row of Program::languages
    std::shared_ptr<text::Vocabulary> vocabulary;
    text::StatuteText text;
    std::vector<PhraseHit> hits;           // in the order of the text
    std::vector<std::uint32_t> hit_begin;  // by segment, one more than there are segments
    PhraseIndex phrases;                   // of the hits
    std::vector<std::uint32_t> unit_of_passage;
    std::vector<Stretch> set_aside;  // what was not matched, in the order of the text
    std::vector<ActName> names;      // of acts, in the order of the text
    DefinedTerms terms;              // none, where only the words themselves are wanted

    [[nodiscard]] std::span<PhraseHit const> hits_of(std::uint32_t segment) const {
        return std::span(hits).subspan(hit_begin[segment], hit_begin[segment + 1] - hit_begin[segment]);
    }
    // The groups that the phrase of a hit belongs to.
    [[nodiscard]] std::span<program::GroupId const> groups_of(PhraseHit const& hit) const {
        auto const& node = code->automaton.nodes[phrases.ends()[hit.phrase]];
        return std::span(code->automaton.outputs)
            .subspan(node.output_begin, node.output_end - node.output_begin);
    }
    [[nodiscard]] std::span<std::uint32_t const> segments_of(text::Passage const& passage) const {
        return std::span(text.passage_segments)
            .subspan(passage.segment_begin, passage.segment_end - passage.segment_begin);
    }
    [[nodiscard]] std::span<ActName const> names_in(std::uint32_t segment) const;
    // Segments in which the concept may stand, sorted: all in which it does, and few others.
    [[nodiscard]] std::vector<std::uint32_t> segments_with(ConceptId wanted) const;
    [[nodiscard]] bool has_group(program::GroupId group) const { return phrases.has(group); }
    // False: the act lacks phrases without which the words of the concept cannot occur.
    [[nodiscard]] bool may_hold(ConceptId id) const;
};

// First and one past the last unit of the part (chapter, title …) that a unit stands in; all units where
// there are no parts.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> part_of(ActText const& act, std::uint32_t unit);
// The same of the division that is called as the word at the token ("part": <part>, or one whose number is
// "Part 2"); where none is, of the outermost.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> division_of(ActText const& act, std::uint32_t unit,
                                                                  std::uint32_t token);

}  // namespace lacuna::match

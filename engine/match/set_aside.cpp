#include "match/set_aside.hpp"

#include <algorithm>
#include <tuple>

#include "match/view.hpp"

namespace lacuna::match {
namespace {

// Law may speak of one of them ("a link to a web site"); three are a page.
constexpr std::size_t enough_furniture = 3;
constexpr std::uint32_t longest_heading = 24;  // words

// Whether a sentence opens at the token: after a full stop, at the start of its block, or with a capital
// after the bracket of an editor's note.
[[nodiscard]] bool opens(ActText const& act, std::uint32_t segment, std::uint32_t token) {
    auto const flags = act.text.tokens[token].flags;
    bool const after_note = (flags & text::Token::after_break) != 0 && (flags & text::Token::capital) != 0;
    return token == act.text.segments[segment].token_begin || after_note ||
           (flags & text::Token::sentence_start) != 0;
}

struct Opening {  // in tokens of the act
    std::uint32_t begin = 0, end = 0;
};

// Where words of a concept open a sentence.
class Openings {
  public:
    Openings(ActText const& act, ConceptId id) : act_(act), id_(id), segments_(act.segments_with(id)) {}

    [[nodiscard]] bool none() const { return segments_.empty(); }
    // Those of the segment, in the order of the text.
    [[nodiscard]] std::vector<Opening> in(std::uint32_t segment) const {
        std::vector<Opening> found;
        if (!std::binary_search(segments_.begin(), segments_.end(), segment)) return found;
        View view(act_, std::span(&segment, 1));
        auto const begin = act_.text.segments[segment].token_begin;
        for (auto const& hit : view.concept_hits(id_))
            if (opens(act_, segment, begin + hit.begin))
                found.push_back({begin + hit.begin, begin + hit.end});
        return found;
    }

  private:
    ActText const& act_;
    ConceptId id_;
    std::vector<std::uint32_t> segments_;
};

void find_furniture(ActText& act, ConceptId furniture) {
    for (auto const segment : act.segments_with(furniture)) {
        View view(act, std::span(&segment, 1));
        if (view.concept_hits(furniture).size() < enough_furniture) continue;
        auto const& place = act.text.segments[segment];
        act.set_aside.push_back({NoLaw::furniture, segment, place.token_begin, place.token_end});
    }
}

// Reads the blocks of an act one after another. A word that opens examples stands alone ("Illustrations"),
// before a stop or before the letter of a person or a point ("Illustration A is charged"). With words of its
// block after it, the example ends with the block; as the last of its block it opens all that follows in its
// provision, within one section. Words that go on with the norm end both.
class Examples {
  public:
    Examples(ActText& act, ConceptId opener, ConceptId closer)
        : act_(act), openers_(act, opener), closers_(act, closer) {}

    [[nodiscard]] bool none() const { return openers_.none(); }

    void read(std::uint32_t segment) {
        auto const& place = act_.text.segments[segment];
        if (of_.valid() && !is_inside(place.provision)) of_ = {};
        if (!place.body || !act_.document->unit_of(place.provision).valid()) return;
        auto const ends = closers_.in(segment);
        auto const closed = [&](std::uint32_t from) {
            for (auto const& end : ends)
                if (end.begin >= from) return end.begin;
            return place.token_end;
        };
        auto at = place.token_begin;
        if (of_.valid()) {
            at = closed(at);
            set_aside(segment, place.token_begin, at);
            if (at < place.token_end) of_ = {};
        }
        for (auto const& opening : openers_.in(segment)) {
            if (opening.begin < at || !stands_out(opening, place.token_end)) continue;
            at = closed(opening.end);
            set_aside(segment, opening.begin, at);
            if (opening.end == place.token_end) of_ = place.provision;
        }
    }

  private:
    void set_aside(std::uint32_t segment, std::uint32_t begin, std::uint32_t end) {
        if (begin < end) act_.set_aside.push_back({NoLaw::example, segment, begin, end});
    }
    [[nodiscard]] bool stands_out(Opening const& opening, std::uint32_t segment_end) const {
        if (opening.end == segment_end) return true;
        auto const& next = act_.text.tokens[opening.end];
        return next.length == 1 || (next.flags & text::Token::after_break) != 0;
    }
    [[nodiscard]] bool is_inside(ProvisionId provision) const {
        return provision.valid() && provision.value >= of_.value &&
               provision.value < act_.document->at(of_).subtree_end;
    }

    ActText& act_;
    Openings openers_, closers_;
    ProvisionId of_;  // the provision whose examples are read
};

void find_examples(ActText& act, ConceptId opener, ConceptId closer) {
    Examples examples(act, opener, closer);
    if (examples.none()) return;
    for (std::uint32_t segment = 0; segment < act.text.segments.size(); ++segment) examples.read(segment);
}

// "Chapter XXXII", "Part 4", "Part C": what follows the word is a number.
[[nodiscard]] bool is_numbered(ActText const& act, std::uint32_t token, std::uint32_t end) {
    if (token + 1 >= end) return false;
    auto const& next = act.text.tokens[token + 1];
    auto const word = std::string_view(act.document->text).substr(next.begin, next.length);
    return word.find_first_not_of("0123456789IVXLCDM") == std::string_view::npos ||
           (word.size() == 1 && word.front() >= 'A' && word.front() <= 'Z');
}

// Whether the words from `begin` to the end of the block may be a heading: few, numbered, one sentence
// without a stop at its end. A point of a list that begins so is a point.
[[nodiscard]] bool is_heading(ActText const& act, text::Segment const& place, std::uint32_t begin) {
    bool const is_point =
        begin == place.token_begin && act.document->unit_of(place.provision) != place.provision;
    if (is_point || place.token_end - begin > longest_heading || !is_numbered(act, begin, place.token_end))
        return false;
    for (auto at = begin + 1; at < place.token_end; ++at)
        if ((act.text.tokens[at].flags & text::Token::sentence_start) != 0) return false;
    auto const text = std::string_view(act.document->text).substr(0, act.document->blocks[place.block].end);
    auto const last = text.find_last_not_of(" \n");
    return last != std::string_view::npos &&
           std::string_view(".;:").find(text[last]) == std::string_view::npos;
}

// The last words of the last block of a unit.
void find_running_headings(ActText& act, ConceptId opener) {
    Openings const openings(act, opener);
    if (openings.none()) return;
    for (auto const& unit : act.text.units) {
        if (unit.segment_end == unit.segment_begin) continue;
        auto const segment = unit.segment_end - 1;
        auto const& place = act.text.segments[segment];
        auto const openers = openings.in(segment);
        if (!openers.empty() && is_heading(act, place, openers.back().begin))
            act.set_aside.push_back({NoLaw::running_heading, segment, openers.back().begin, place.token_end});
    }
}

[[nodiscard]] bool overlaps(ActText const& act, std::uint32_t segment, PhraseHit const& hit) {
    auto const& rows = act.set_aside;
    auto row =
        std::lower_bound(rows.begin(), rows.end(), segment,
                         [](Stretch const& stretch, std::uint32_t at) { return stretch.segment < at; });
    for (; row != rows.end() && row->segment == segment; ++row)
        if (hit.begin < row->token_end && row->token_begin < hit.end) return true;
    return false;
}

}  // namespace

void set_aside(ActText& act, program::KnownConcepts const& known) {
    find_furniture(act, known.page_furniture);
    find_examples(act, known.example_opener, known.example_closer);
    find_running_headings(act, known.division_opener);
    if (act.set_aside.empty()) return;
    std::stable_sort(act.set_aside.begin(), act.set_aside.end(), [](Stretch const& a, Stretch const& b) {
        return std::tie(a.segment, a.token_begin) < std::tie(b.segment, b.token_begin);
    });
    std::vector<PhraseHit> kept;
    std::vector<std::uint32_t> begin{0};
    for (std::uint32_t segment = 0; segment < act.text.segments.size(); ++segment) {
        for (auto const& hit : act.hits_of(segment))
            if (!overlaps(act, segment, hit))
                kept.push_back({act.phrases.ends()[hit.phrase], hit.begin, hit.end});
        begin.push_back(static_cast<std::uint32_t>(kept.size()));
    }
    act.hit_begin = std::move(begin);
    PhraseIndex::Room room(*act.code);
    act.phrases.fill(kept, act.hit_begin, *act.code, room);
    act.hits = std::move(kept);
}

}  // namespace lacuna::match

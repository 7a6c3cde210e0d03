#include "match/defined_terms.hpp"

#include <algorithm>
#include <optional>

#include "base/sort_unique.hpp"
#include "match/definitions.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

constexpr std::uint32_t no_meaning = 0xFFFF'FFFFu;
constexpr std::uint32_t longest_ending = 2;  // letters by which a form of a term may be longer than another

// Finds the nouns that open definitions, and the concepts that stand there.
class HeadReader {
  public:
    HeadReader(ActText const& act, program::KnownConcepts const& known) : act_(act), known_(known) {
        collect(act.code->at(known.meaning_noun).pattern);
        sort_unique(concepts_);
        std::erase_if(concepts_, [&](ConceptId id) { return !act.may_hold(id); });
    }

    [[nodiscard]] std::optional<Meaning> read(Definition const& row) {
        if (!row.set_apart) return std::nullopt;
        if (!view_ || segment_ != row.segment) view_.emplace(act_, std::span(&row.segment, 1));
        segment_ = row.segment;
        origin_ = act_.text.segments[segment_].token_begin;
        auto const nouns = nouns_of(row);
        if (nouns.empty()) return std::nullopt;
        Meaning meaning{
            row.segment, row.term_begin, row.term_end, std::min(row.term_begin, row.verb_begin), 0, {}, {}};
        if (row.verb_begin == row.verb_end) meaning.begin = row.term_begin;
        for (auto const id : concepts_)
            for (auto const& hit : view_->concept_hits(id, Ends::every)) {
                bool const is_noun = std::any_of(nouns.begin(), nouns.end(), [&](Noun const& noun) {
                    return noun.begin == origin_ + hit.begin && noun.end <= origin_ + hit.end;
                });
                if (!is_noun || origin_ + hit.end > row.body_end) continue;
                meaning.concepts.push_back(id);
                meaning.end = std::max(meaning.end, origin_ + hit.end);
            }
        if (meaning.concepts.empty()) return std::nullopt;
        sort_unique(meaning.concepts);
        for (auto const id : meaning.concepts)
            for (auto const& clause : act_.code->at(id).clauses)
                if (!clause.empty()) meaning.groups.push_back(clause.front());
        sort_unique(meaning.groups);
        return meaning;
    }

  private:
    // The concepts that the pattern names, one or the other.
    void collect(program::NodeId id) {
        auto const& node = act_.code->nodes[id.index()];
        if (node.kind == program::PatternNode::Kind::reference)
            concepts_.emplace_back(std::size_t{node.value});
        for (auto row = node.part_begin; row < node.part_end; ++row) collect(act_.code->parts[row].node);
    }

    struct Noun {  // with what belongs to it; in tokens
        std::uint32_t begin = 0, end = 0;
        auto operator<=>(Noun const&) const = default;
    };

    // What may be the noun: from the last word that opens it, one for each way to read these, to the first
    // word that closes it.
    [[nodiscard]] std::vector<Noun> nouns_of(Definition const& row) {
        std::vector<Noun> nouns;
        std::uint32_t opened = 0;  // where the longest opening ends: what it covers is no noun
        auto const starts = starts_of(row);
        for (auto const& hit : view_->concept_hits(known_.meaning_opener, Ends::every)) {
            if (std::find(starts.begin(), starts.end(), origin_ + hit.begin) == starts.end()) continue;
            auto const begin = origin_ + hit.end;
            auto end = begin;
            while (end < row.body_end && (end == begin || !closes(end))) ++end;
            if (begin < end && !is_apart(begin)) nouns.push_back({begin, end});
            opened = std::max(opened, begin);
        }
        std::erase_if(nouns, [&](Noun const& noun) { return noun.end <= opened; });
        sort_unique(nouns);
        return nouns;
    }

    // Tokens after the words that define.
    [[nodiscard]] std::vector<std::uint32_t> starts_of(Definition const& row) {
        std::vector<std::uint32_t> starts;
        auto const add_after = [&](std::uint32_t first, std::uint32_t last) {
            for (auto const& hit : view_->concept_hits(known_.meaning_word, Ends::every))
                if (origin_ + hit.begin >= first && origin_ + hit.begin < last)
                    starts.push_back(origin_ + hit.end);
        };
        if (row.verb_begin == row.verb_end) {
            starts.push_back(row.term_end);
            add_after(row.term_end, row.term_end + 1);
        } else if (row.verb_begin < row.term_begin) {
            starts.push_back(row.term_end);
        } else {
            add_after(row.verb_begin, row.verb_end);
        }
        return starts;
    }

    // Whether a noun may end before the token: at a stop, or before words that go on about it. At a comma a
    // list may go on of which only the end says what it is of: "any computer, telephone or radio operator".
    [[nodiscard]] bool closes(std::uint32_t token) {
        if (is_apart(token, ";:.()[]")) return true;
        if (!act_.code->knows(known_.meaning_closer)) return false;
        auto const& hits = view_->concept_hits(known_.meaning_closer);
        return std::any_of(hits.begin(), hits.end(),
                           [&](Hit const& hit) { return origin_ + hit.begin == token; });
    }

    // Whether a sign stands between the token and the word before it.
    [[nodiscard]] bool is_apart(std::uint32_t token, std::string_view signs = ",;:.()[]") const {
        auto const& last = act_.text.tokens[token - 1];
        auto const& next = act_.text.tokens[token];
        auto const end = last.begin + last.length;
        auto const between = std::string_view(act_.document->text).substr(end, next.begin - end);
        return between.find_first_of(signs) != std::string_view::npos;
    }

    ActText const& act_;
    program::KnownConcepts const& known_;
    std::vector<ConceptId> concepts_;  // that a noun may be
    std::optional<View> view_;
    std::uint32_t segment_ = 0, origin_ = 0;
};

// Stems join words of different kinds (a record, recording): a term is meant where no word is much longer.
[[nodiscard]] bool same_form(ActText const& act, Definition const& row, TermUse const& use) {
    if (use.end - use.begin != row.term_end - row.term_begin) return true;  // marked
    auto const length = [&](std::uint32_t token) {
        return static_cast<std::uint32_t>(act.vocabulary->spelling(act.text.tokens[token].word).size());
    };
    for (std::uint32_t i = 0; i < use.end - use.begin; ++i) {
        auto const a = length(row.term_begin + i), b = length(use.begin + i);
        if (std::max(a, b) - std::min(a, b) > longest_ending) return false;
    }
    return true;
}

// What is no law, and what an amending act quotes of another, defines nothing here.
[[nodiscard]] bool is_law(ActText const& act, Definition const& row) {
    auto const place = act.text.segments[row.segment].provision;
    if (place.valid()) {
        auto const& provision = act.document->at(place);
        if (provision.force != akn::Force::in_force || provision.quoted) return false;
    }
    auto const at = act.text.tokens[row.term_begin].begin;
    auto const& quotations = act.document->quotations;
    return std::none_of(quotations.begin(), quotations.end(), [&](akn::Quotation const& quotation) {
        return quotation.text_begin <= at && at < quotation.text_end;
    });
}

[[nodiscard]] bool is_set_aside(ActText const& act, TermUse const& use) {
    return std::any_of(act.set_aside.begin(), act.set_aside.end(), [&](Stretch const& stretch) {
        return stretch.token_begin < use.end && use.begin < stretch.token_end;
    });
}

}  // namespace

DefinedTerms::DefinedTerms(ActText const& act, Definitions const& definitions,
                           program::KnownConcepts const& known) {
    if (act.code == nullptr) return;
    for (auto const id : {known.meaning_word, known.meaning_opener, known.meaning_noun})
        if (!act.code->knows(id)) return;
    HeadReader heads(act, known);
    std::vector<std::uint32_t> meaning_of;  // by definition
    TermOpenings openings;                  // of those that mean something
    for (auto const& row : definitions.all()) {
        auto meaning = is_law(act, row) ? heads.read(row) : std::nullopt;
        meaning_of.push_back(meaning ? static_cast<std::uint32_t>(meanings_.size()) : no_meaning);
        if (meaning) openings.add(row.term);
        if (meaning) meanings_.push_back(std::move(*meaning));
    }
    if (meanings_.empty()) return;
    for (std::uint32_t segment = 0; segment < act.text.segments.size(); ++segment)
        if (act.text.segments[segment].unit != text::Segment::none &&
            (definitions.has_mark(segment) || openings.may_stand_in(act, segment)))
            add_uses(act, definitions, segment, meaning_of);
    for (auto const& meaning : meanings_)
        concepts_.insert(concepts_.end(), meaning.concepts.begin(), meaning.concepts.end());
    sort_unique(concepts_);
}

// Of terms that share words the first and longest is meant, of definitions of one term the one that reaches
// least far.
void DefinedTerms::add_uses(ActText const& act, Definitions const& definitions, std::uint32_t segment,
                            std::vector<std::uint32_t> const& meaning_of) {
    auto const uses = definitions.uses_in(segment, act.text.segments[segment].unit);
    auto const reach = [&](TermUse const& use) {
        auto const& row = definitions.all()[use.definition];
        return row.last_unit - row.first_unit;
    };
    std::uint32_t after = 0;
    for (std::size_t row = 0; row < uses.size();) {
        auto const& first = uses[row];
        auto last = row;
        auto narrowest = reach(first);
        for (; last < uses.size() && uses[last].begin == first.begin && uses[last].end == first.end; ++last)
            narrowest = std::min(narrowest, reach(uses[last]));
        for (; row < last; ++row) {
            auto const& use = uses[row];
            auto const meaning = meaning_of[use.definition];
            if (use.begin < after || reach(use) != narrowest || meaning == no_meaning) continue;
            if (!same_form(act, definitions.all()[use.definition], use) || is_set_aside(act, use)) continue;
            uses_.push_back({use.begin, use.end, segment, meaning});
        }
        after = std::max(after, first.end);
    }
}

std::span<DefinedTerms::Use const> DefinedTerms::uses_in(std::uint32_t segment) const {
    auto const [first, last] =
        std::equal_range(uses_.begin(), uses_.end(), Use{0, 0, segment, 0},
                         [](Use const& a, Use const& b) { return a.segment < b.segment; });
    return {first, last};
}

bool DefinedTerms::mean(ConceptId id) const {
    return std::binary_search(concepts_.begin(), concepts_.end(), id);
}

bool DefinedTerms::mean(Use const& use, ConceptId id) const {
    auto const& concepts = meanings_[use.meaning].concepts;
    return std::binary_search(concepts.begin(), concepts.end(), id);
}

}  // namespace lacuna::match

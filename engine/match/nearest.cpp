#include "match/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "match/definitions.hpp"
#include "match/prepare.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

constexpr std::size_t most_words = 3;  // places named for each concept

class NearestReader {
  public:
    NearestReader(program::Program const& program, ActText const& act, ProvisionId leaf)
        : program_(program), act_(act) {
        for (auto const& passage : act.text.passages)
            if (leaf.valid() && passage.leaf == leaf)
                for (auto const row : act.segments_of(passage)) passage_.push_back(row);
        std::sort(passage_.begin(), passage_.end());
    }

    void read(MeasureId measure, program::ConditionId id) {
        using K = dsl::Condition::Kind;
        auto const& node = program_.at(id);
        if (node.kind == K::negation) return;  // what must be absent has no nearest words
        if (node.is_element) return read(measure, program_.at(measure).elements[node.value]);
        if (node.kind == K::name || node.kind == K::words || node.kind == K::exact)
            read(ConceptId(std::size_t{node.value}));
        if (node.kind == K::value && node.value != 0) read_value(node.value);
        for (auto row = node.child_begin; row < node.child_end; ++row)
            read(measure, program_.condition_children[row]);
    }
    [[nodiscard]] std::vector<Nearest> take() { return std::move(rows_); }

  private:
    // The concepts that give the value.
    void read_value(std::uint32_t bind) {
        for (std::size_t row = 0; row < act_.code->concepts.size(); ++row)
            if (auto const pattern = act_.code->concepts[row].pattern;
                pattern.valid() && gives(pattern, bind))
                read(ConceptId(row));
    }
    [[nodiscard]] bool gives(program::NodeId id, std::uint32_t bind) const {
        auto const& node = act_.code->nodes[id.index()];
        bool found = node.bind == bind;
        for (auto row = node.part_begin; row < node.part_end && !found; ++row)
            found = gives(act_.code->parts[row].node, bind);
        return found;
    }
    void read(ConceptId id) {
        if (!seen_.insert(id).second) return;
        auto const pattern = act_.code->at(id).pattern;
        Nearest row{program_.concepts[id.index()], pattern.valid(), false, false, {}};
        if (pattern.valid()) {
            whole(id, row);
            row.whole = !row.words.empty();
            if (!row.whole) row.words = words_in_names(act_, id);
            row.in_name = !row.whole && !row.words.empty();
            keep_nearest(row.words);
            if (row.words.empty()) phrases(pattern, row);
        }
        rows_.push_back(std::move(row));
    }

    void whole(ConceptId id, Nearest& row) const {
        for (auto const& passage : act_.text.passages) {
            View view(act_, act_.segments_of(passage));
            for (auto const& hit : view.concept_hits(id)) view.append_evidence(hit, {}, {}, row.words);
        }
        keep_nearest(row.words);
    }

    // Bytes between a place and the passage; 0 inside it, or for what stands in words that it shares.
    [[nodiscard]] std::uint32_t distance(Evidence const& one) const {
        if (passage_.empty()) return one.text_begin;
        auto nearest = 0xFFFF'FFFFu;
        for (auto const row : passage_) {
            auto const& segment = act_.text.segments[row];
            if (segment.token_begin == segment.token_end) continue;
            auto const& last = act_.text.tokens[segment.token_end - 1];
            auto const begin = act_.text.tokens[segment.token_begin].begin, end = last.begin + last.length;
            auto const apart = one.text_end <= begin   ? begin - one.text_end
                               : one.text_begin >= end ? one.text_begin - end
                                                       : 0;
            nearest = std::min(nearest, apart);
        }
        return nearest;
    }
    void keep_nearest(std::vector<Evidence>& words) const {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        std::stable_sort(words.begin(), words.end(),
                         [&](Evidence const& a, Evidence const& b) { return distance(a) < distance(b); });
        if (words.size() > most_words) words.resize(most_words);
    }

    void phrases(program::NodeId pattern, Nearest& row) const {
        std::set<program::GroupId> groups;
        collect(pattern, groups);
        for (auto const group : groups)
            for (auto const phrase : act_.phrases.of(group))
                for (auto const segment : act_.phrases.segments_of(phrase))
                    for (auto const& hit : act_.hits_of(segment))
                        if (hit.phrase == phrase) row.words.push_back(at_tokens(segment, hit.begin, hit.end));
        if (row.words.empty()) single_words(groups, row);
        keep_nearest(row.words);
    }
    [[nodiscard]] Evidence at_tokens(std::uint32_t segment, std::uint32_t begin, std::uint32_t end) const {
        auto const& last = act_.text.tokens[end - 1];
        return {act_.id,
                act_.text.segments[segment].provision,
                act_.text.tokens[begin].begin,
                last.begin + last.length,
                {},
                {},
                MeasureId()};
    }

    // No phrase stands there whole: single words of the phrases, short ones ("of", "the") left out.
    void single_words(std::set<program::GroupId> const& groups, Nearest& row) const {
        constexpr std::uint32_t shortest = 4;
        auto const symbols = symbols_of(groups);
        for (std::uint32_t segment = 0; segment < act_.text.segments.size(); ++segment) {
            auto const& of = act_.text.segments[segment];
            for (auto at = of.token_begin; at < of.token_end; ++at)
                if (act_.text.tokens[at].length >= shortest && has_symbol(act_.text.tokens[at].word, symbols))
                    row.words.push_back(at_tokens(segment, at, at + 1));
        }
    }
    // What the words of the phrases must be: along every way of the trie to one of their ends.
    [[nodiscard]] std::set<std::uint32_t> symbols_of(std::set<program::GroupId> const& groups) const {
        auto const& trie = act_.code->automaton;
        std::set<std::uint32_t> symbols;
        std::vector<bool> leads(trie.nodes.size(), false);
        for (auto node = trie.nodes.size(); node-- > 0;) {  // a child stands after its parent
            auto const& one = trie.nodes[node];
            for (auto row = one.output_begin; row < one.output_end && !leads[node]; ++row)
                leads[node] = groups.contains(trie.outputs[row]);
            for (auto row = one.edge_begin; row < one.edge_end; ++row)
                if (leads[trie.edges[row].target]) {
                    leads[node] = true;
                    symbols.insert(trie.edges[row].symbol);
                }
        }
        return symbols;
    }
    [[nodiscard]] bool has_symbol(text::WordId word, std::set<std::uint32_t> const& symbols) const {
        auto const& trie = act_.code->automaton;
        auto const& vocabulary = *act_.vocabulary;
        auto const in = [&](auto const& table, std::string const& text) {
            auto const known = table.find(text);
            return known != table.end() && symbols.contains(known->second);
        };
        std::string const spelling(vocabulary.spelling(word));
        if (in(trie.spellings, spelling)) return true;
        if (in(trie.stems, std::string(vocabulary.spelling(vocabulary.info(word).stem)))) return true;
        for (std::size_t length = 1; length <= spelling.size(); ++length)
            if (in(trie.prefixes, spelling.substr(0, length))) return true;
        return false;
    }

    void collect(program::NodeId id, std::set<program::GroupId>& groups) const {
        using K = program::PatternNode::Kind;
        auto const& node = act_.code->nodes[id.index()];
        if (node.kind == K::group) groups.insert(program::GroupId(std::size_t{node.value}));
        if (node.kind == K::reference) {
            auto const of = act_.code->at(ConceptId(std::size_t{node.value})).pattern;
            if (of.valid()) collect(of, groups);
        }
        for (auto row = node.part_begin; row < node.part_end; ++row)
            collect(act_.code->parts[row].node, groups);
    }

    program::Program const& program_;
    ActText const& act_;
    std::vector<std::uint32_t> passage_;  // its segments
    std::set<ConceptId> seen_;
    std::vector<Nearest> rows_;
};

}  // namespace

std::vector<Evidence> words_in_names(ActText const& act, ConceptId id) {
    std::vector<Evidence> words;
    if (!id.valid() || act.code == nullptr || act.names.empty()) return words;
    for (auto const& passage : act.text.passages) {
        View view(act, act.segments_of(passage));
        if (!view.concept_hits(id).empty()) return {};
        for (auto const& hit : view.concept_hits(id, Ends::shortest, Names::counted))
            view.append_evidence(hit, {}, {}, words);
    }
    return words;
}

std::string told_by_name(ActText const& act, ConceptId id) {
    auto const words = words_in_names(act, id);
    if (words.empty()) return {};
    auto const& one = words.front();
    return fmt::format("“{}” stands in the name of an act, which counts for nothing",
                       act.document->text.substr(one.text_begin, one.text_end - one.text_begin));
}

NearestWords::NearestWords(program::Program const& program, akn::Document const& document, DocumentId id,
                           std::string const& language)
    : program_(program), texts_(Preparer(program).prepare_all(document, id, language)) {
    for (auto& act : texts_)
        if (act.code != nullptr)
            act.terms = DefinedTerms(act, Definitions(act, program.known), program.known);
}

NearestWords::~NearestWords() = default;

std::vector<Nearest> NearestWords::of(MeasureId measure, ElementId element, ProvisionId leaf) const {
    auto const reads = [&](ActText const& text) {  // some passage of the leaf has words in it
        return std::any_of(text.text.passages.begin(), text.text.passages.end(),
                           [&](text::Passage const& passage) { return passage.leaf == leaf; });
    };
    auto const of_leaf = std::find_if(texts_.begin(), texts_.end(), reads);
    auto const& act = of_leaf == texts_.end() ? texts_.front() : *of_leaf;
    if (act.code == nullptr) return {};
    NearestReader reader(program_, act, leaf);
    reader.read(measure, program_.at(measure).elements[element.index()]);
    return reader.take();
}

}  // namespace lacuna::match

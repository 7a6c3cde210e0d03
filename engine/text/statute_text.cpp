#include "text/statute_text.hpp"

#include "text/tokenise.hpp"

namespace lacuna::text {
namespace {

constexpr std::uint32_t none = 0xFFFF'FFFFu;

class Reader {
  public:
    Reader(akn::Document const& document, Vocabulary& vocabulary)
        : document_(document), vocabulary_(vocabulary), segments_of_(document.provisions.size()) {
        text_.language = vocabulary.language();
        text_.tokens.reserve(document.text.size() / 6);
        text_.segments.reserve(document.blocks.size());
    }

    StatuteText run() {
        for (std::uint32_t row = 0; row < document_.blocks.size(); ++row) read_block(row);
        for (std::size_t row = 0; row < document_.provisions.size(); ++row) {
            ProvisionId const id(row);
            if (starts_unit(id)) read_unit(id);
        }
        return std::move(text_);
    }

  private:
    void read_block(std::uint32_t row) {
        auto const& block = document_.blocks[row];
        Segment segment;
        segment.block = row;
        segment.provision = block.provision;
        segment.token_begin = static_cast<std::uint32_t>(text_.tokens.size());
        segment.ends_sentence = tokenise(document_.text, block.begin, block.end, vocabulary_, text_.tokens);
        segment.token_end = static_cast<std::uint32_t>(text_.tokens.size());
        if (block.provision.valid())
            segments_of_[block.provision.index()].push_back(
                static_cast<std::uint32_t>(text_.segments.size()));
        text_.segments.push_back(segment);
    }

    // A basic unit, or the top-most provision of text that no basic unit holds.
    [[nodiscard]] bool starts_unit(ProvisionId id) {
        auto const& provision = document_.at(id);
        if (provision.basic_unit) return true;
        if (document_.unit_of(id).valid() || holds_unit(id)) return false;
        return !provision.parent.valid() || holds_unit(provision.parent);
    }
    [[nodiscard]] bool holds_unit(ProvisionId id) {
        if (holds_.empty()) {
            holds_.resize(document_.provisions.size());
            for (auto const& provision : document_.provisions) {
                if (!provision.basic_unit) continue;
                for (auto at = provision.parent; at.valid() && !holds_[at.index()];
                     at = document_.at(at).parent)
                    holds_[at.index()] = true;
            }
        }
        return holds_[id.index()];
    }

    void read_unit(ProvisionId id) {
        Unit unit;
        unit.provision = id;
        unit.passage_begin = static_cast<std::uint32_t>(text_.passages.size());
        unit.segment_begin = none;
        before_.clear();
        after_.clear();
        read_provision(id, unit);
        if (unit.segment_begin == none) unit.segment_begin = unit.segment_end = 0;
        unit.passage_end = static_cast<std::uint32_t>(text_.passages.size());
        text_.units.push_back(unit);
    }

    // Every leaf below with the introductions above it; closing words stand on a stack of their own.
    void read_provision(ProvisionId id, Unit& unit) {
        auto const& provision = document_.at(id);
        auto const before = before_.size(), after = after_.size();
        std::vector<std::uint32_t> contents;
        for (auto const segment : segments_of_[id.index()]) {
            auto const role = document_.blocks[text_.segments[segment].block].role;
            if (role == akn::Role::heading && id == unit.provision && unit.heading == none)
                unit.heading = segment;
            if (role == akn::Role::num || role == akn::Role::heading || role == akn::Role::preface) continue;
            if (unit.segment_begin == none) unit.segment_begin = segment;
            unit.segment_end = segment + 1;
            if (role == akn::Role::intro)
                before_.push_back(segment);
            else if (role == akn::Role::wrap_up)
                after_.push_back(segment);
            else
                contents.push_back(segment);
        }
        bool const has_children = read_children_later(id);
        if (!contents.empty() || (!has_children && (before_.size() > before || after_.size() > after)))
            add_passage(id, contents);
        for (auto child = id.index() + 1; child < provision.subtree_end;) {
            ProvisionId const next(child);
            if (!document_.at(next).basic_unit) read_provision(next, unit);
            child = document_.at(next).subtree_end;
        }
        before_.resize(before);
        after_.resize(after);
    }
    // Whether some provision of the same unit stands below.
    [[nodiscard]] bool read_children_later(ProvisionId id) const {
        for (auto child = id.index() + 1; child < document_.at(id).subtree_end;) {
            ProvisionId const next(child);
            if (!document_.at(next).basic_unit) return true;
            child = document_.at(next).subtree_end;
        }
        return false;
    }

    void add_passage(ProvisionId leaf, std::vector<std::uint32_t> const& contents) {
        Passage passage;
        passage.leaf = leaf;
        auto& rows = text_.passage_segments;
        passage.segment_begin = static_cast<std::uint32_t>(rows.size());
        rows.insert(rows.end(), before_.begin(), before_.end());
        rows.insert(rows.end(), contents.begin(), contents.end());
        rows.insert(rows.end(), after_.rbegin(), after_.rend());
        passage.segment_end = static_cast<std::uint32_t>(rows.size());
        text_.passages.push_back(passage);
    }

    akn::Document const& document_;
    Vocabulary& vocabulary_;
    std::vector<std::vector<std::uint32_t>> segments_of_;  // by provision, its own blocks only
    std::vector<bool> holds_;                              // by provision: a basic unit stands below
    std::vector<std::uint32_t> before_, after_;            // introductions and closing words on the way down
    StatuteText text_;
};

}  // namespace

StatuteText read_text(akn::Document const& document, Vocabulary& vocabulary) {
    return Reader(document, vocabulary).run();
}

std::vector<WordId> words_of(std::string_view phrase, Vocabulary& vocabulary) {
    std::vector<Token> tokens;
    tokenise(phrase, 0, static_cast<std::uint32_t>(phrase.size()), vocabulary, tokens);
    std::vector<WordId> words;
    for (auto const& token : tokens) words.push_back(token.word);
    return words;
}

}  // namespace lacuna::text

// The text of one act as tokens: each word once, with its place in Document::text, grouped into segments (one
// for each block), passages (one way to read a norm) and basic units. Everything after this works on tokens.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "akn/document.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::text {

struct Token {
    enum Flag : std::uint8_t {
        sentence_start = 1,  // first word of a sentence inside a block; see Segment::ends_sentence
        after_quote = 2,     // the word stands right after an opening quotation mark
        before_quote = 4,    // … right before a closing one
        // Punctuation or a line break before it. Commas, hyphens, apostrophes, slashes and quotation marks
        // are none, so that a gapless phrase may cross them.
        after_break = 8,
        capital = 16,
    };
    WordId word;
    std::uint32_t begin = 0;   // bytes of Document::text
    std::uint16_t length = 0;  // longer words are cut for matching, never for quoting
    std::uint8_t flags = 0;
};

struct Segment {              // one text block
    std::uint32_t block = 0;  // row of Document::blocks
    std::uint32_t token_begin = 0, token_end = 0;
    ProvisionId provision;
    std::uint32_t unit = none;   // row of StatuteText::units that its words belong to; headings of parts and
                                 // the preface belong to none
    bool body = false;           // words of a norm: neither num, heading nor preface
    bool ends_sentence = false;  // the next segment of a passage begins a new sentence
    static constexpr std::uint32_t none = 0xFFFF'FFFFu;
};

// The text of one leaf with the introductory words of its ancestors before it and their closing words after
// it, from the unit down. At most 64 segments of ancestors are taken, the nearest.
struct Passage {
    ProvisionId leaf;
    std::uint32_t segment_begin = 0,
                  segment_end = 0;  // rows of StatuteText::passage_segments, in reading order
};

struct Unit {  // a basic unit
    ProvisionId provision;
    // From its first body segment to its last. Between them may stand nums and headings, and the segments of
    // other units (a section that is quoted inside a section): ask Segment::unit and Segment::body.
    std::uint32_t segment_begin = 0, segment_end = 0;
    std::uint32_t heading = 0xFFFF'FFFFu;  // segment of its heading, or none
    std::uint32_t passage_begin = 0, passage_end = 0;
};

struct StatuteText {
    std::string language;  // as Vocabulary's
    std::vector<Token> tokens;
    std::vector<Segment> segments;  // one for each block, in document order
    std::vector<Unit> units;  // in document order; text outside every basic unit stands in units of its own
    std::vector<Passage> passages;
    std::vector<std::uint32_t> passage_segments;
    // Words outside any passage (headings of parts and chapters) are segments too, so that "in part headed"
    // can ask.
};

// The first language of an act that the stemmer library knows; empty when there is none.
[[nodiscard]] std::string language_of(akn::Document const& document);

// Tokenises an act with the vocabulary of its language. Linear in its length. `blocks` says which blocks are
// in that language, by their rows; the others stay segments without words. Empty: all are.
[[nodiscard]] StatuteText read_text(akn::Document const& document, Vocabulary& vocabulary,
                                    std::vector<bool> const& blocks = {});
// The same into storage that is used again, which is quicker when many acts are read.
void read_text(akn::Document const& document, Vocabulary& vocabulary, StatuteText& into,
               std::vector<bool> const& blocks = {});

}  // namespace lacuna::text

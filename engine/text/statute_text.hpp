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
        sentence_start = 1,  // first word of a sentence
        after_quote = 2,     // the word stands right after an opening quotation mark
        before_quote = 4,    // … right before a closing one
        after_break = 8,  // punctuation or a line break before it: a gapless phrase may still cross a comma
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
    bool ends_sentence = false;  // the last sentence ends with the block
};

struct Passage {
    ProvisionId leaf;
    std::uint32_t segment_begin = 0,
                  segment_end = 0;  // rows of StatuteText::passage_segments, in reading order
};

struct Unit {  // a basic unit
    ProvisionId provision;
    std::uint32_t segment_begin = 0, segment_end = 0;  // segments of its body, without num and heading
    std::uint32_t heading = 0xFFFF'FFFFu;              // segment of its heading, or none
    std::uint32_t passage_begin = 0, passage_end = 0;
};

struct StatuteText {
    std::string language;  // code, as Vocabulary's; empty when the act's language is not known
    std::vector<Token> tokens;
    std::vector<Segment> segments;  // in document order
    std::vector<Unit> units;  // in document order; text outside every basic unit stands in units of its own
    std::vector<Passage> passages;
    std::vector<std::uint32_t> passage_segments;
    // Words outside any passage (headings of parts and chapters) are segments too, so that "in part headed"
    // can ask.
};

// Tokenises an act. Linear in its length.
[[nodiscard]] StatuteText read_text(akn::Document const& document, Vocabulary& vocabulary);

}  // namespace lacuna::text

#include "text/statute_text.hpp"

#include "text/language.hpp"
#include "text/tokeniser.hpp"
#include "text/units.hpp"

namespace lacuna::text {

std::string language_of(akn::Document const& document) {
    for (auto const& name : document.meta.languages)
        if (auto code = language_code(name); !code.empty()) return code;
    return {};
}

void read_text(akn::Document const& document, Vocabulary& vocabulary, StatuteText& into,
               std::vector<bool> const& blocks) {
    into.language = vocabulary.language();
    into.tokens.clear();
    into.tokens.reserve(document.text.size() / 5 + 16);
    into.segments.clear();
    into.segments.reserve(document.blocks.size());
    Tokeniser tokeniser(document.text, vocabulary, into.tokens);
    for (auto const& block : document.blocks) {
        Segment segment;
        segment.block = static_cast<std::uint32_t>(into.segments.size());
        segment.provision = block.provision;
        segment.token_begin = static_cast<std::uint32_t>(into.tokens.size());
        bool const read = blocks.empty() || blocks[segment.block];
        segment.ends_sentence = !read || tokeniser.read(block.begin, block.end);
        segment.token_end = static_cast<std::uint32_t>(into.tokens.size());
        bool const stands_alone = block.role == akn::Role::num || block.role == akn::Role::heading;
        segment.ends_sentence |= stands_alone;
        into.segments.push_back(segment);
    }
    arrange(document, into);
}

StatuteText read_text(akn::Document const& document, Vocabulary& vocabulary,
                      std::vector<bool> const& blocks) {
    StatuteText text;
    read_text(document, vocabulary, text, blocks);
    return text;
}

std::vector<WordId> words_of(std::string_view phrase, Vocabulary& vocabulary) {
    std::vector<Token> tokens;
    Tokeniser(phrase, vocabulary, tokens).read(0, static_cast<std::uint32_t>(phrase.size()));
    std::vector<WordId> words;
    words.reserve(tokens.size());
    for (auto const& token : tokens) words.push_back(token.word);
    return words;
}

}  // namespace lacuna::text

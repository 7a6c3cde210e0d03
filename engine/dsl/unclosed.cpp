// What is not closed is reported where it was opened, not where reading came to grief.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/declarations.hpp"
#include "dsl/keywords.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] std::uint32_t indent_of_line(std::string_view text, std::uint32_t at) {
    auto const line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    auto const begin = line == std::string_view::npos ? 0 : line + 1;
    auto end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    return static_cast<std::uint32_t>(end - begin);
}

[[nodiscard]] bool first_of_its_line(std::string_view text, std::uint32_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n';
}

// The quote at the end of a text looks as if it opened one: `… | "word`.
[[nodiscard]] bool closes_like_an_opening(std::string_view text, Lexeme const& lexeme) {
    if (lexeme.end - lexeme.begin < 3 || lexeme.end >= text.size()) return false;
    auto const before = text[lexeme.end - 2];
    bool const apart = before == ' ' || before == '\t' || before == '\n' || before == '|' || before == '(';
    auto const next = static_cast<unsigned char>(text[lexeme.end]);
    return apart && (next >= 0x80 || !grammar::word_at(text, lexeme.end).empty());
}

[[nodiscard]] std::uint32_t end_of_token(std::string_view text, std::uint32_t at) {
    return at + static_cast<std::uint32_t>(std::max<std::size_t>(grammar::word_at(text, at).size(), 1));
}

}  // namespace

void DeclarationReader::open_block(std::uint32_t begin, std::string what) {
    blocks_.push_back({std::move(what), cursor_.at - 1, indent_of_line(text_, begin)});
}

bool DeclarationReader::at_close() {
    auto const at = grammar::skip_blanks(text_, cursor_.at);
    if (at >= text_.size() || text_[at] != '}') return false;
    cursor_.at = at + 1;
    if (blocks_.empty()) return true;
    auto const block = std::move(blocks_.back());
    blocks_.pop_back();
    auto const indent = indent_of_line(text_, at);
    bool const of_another =
        first_of_its_line(text_, at) && indent != block.indent &&
        std::any_of(blocks_.begin(), blocks_.end(), [&](Block const& one) { return one.indent == indent; });
    if (of_another && !suspect_) suspect_ = block;
    return true;
}

bool DeclarationReader::begins_declaration(std::uint32_t at) const {
    auto const word = grammar::word_at(text_, at);
    if (at == begin_ || !opens_declaration(word)) return false;
    auto const name_at = grammar::skip_blanks(text_, end_of_token(text_, at));
    auto const name = grammar::word_at(text_, name_at);
    if (name.empty()) return false;
    if (first_of_its_line(text_, at) && indent_of_line(text_, at) <= indent_) return true;
    auto const after = grammar::skip_blanks(text_, end_of_token(text_, name_at));
    return after < text_.size() && (text_[after] == '{' || text_[after] == ':' || text_[after] == '"' ||
                                    grammar::word_at(text_, after) == "in");
}

// A part of an instrument that cannot stand inside the block that is open.
bool DeclarationReader::begins_sibling(std::uint32_t at) const {
    // What is indented deeper, or stands on the line of the brace, is in the wrong place; nothing is
    // unclosed.
    if (blocks_.size() < 2 || !first_of_its_line(text_, at) ||
        indent_of_line(text_, at) > blocks_.back().indent)
        return false;
    auto const word = grammar::word_at(text_, at);
    bool const chapter = blocks_.back().what.starts_with("chapter");
    return word == "chapter" || word == "cooperation" || (word == "article" && !chapter);
}

// An opening quote without its closing one takes the next opening quote for it. True: the failure is that.
bool DeclarationReader::blame_text() {
    auto const& failure = cursor_.failure;
    auto const to = failure.unterminated ? failure.at : grammar::skip_blanks(text_, failure.at);
    if (to <= texts_from_) return false;
    for (auto lexeme : scan(text_.substr(texts_from_, to - texts_from_))) {
        lexeme.begin += texts_from_;
        lexeme.end += texts_from_;
        if (lexeme.kind != Lexeme::Kind::text || !closes_like_an_opening(text_, lexeme)) continue;
        cursor_.failure = {lexeme.begin, {}, true};
        cursor_.at = std::min(cursor_.at, lexeme.begin);  // what was read after it was read wrong
        return true;
    }
    return false;
}

// Something begins, or the file ends, where '}' could stand. True: reported, and the cursor is there.
bool DeclarationReader::blame_block() {
    auto const& failure = cursor_.failure;
    auto const at = grammar::skip_blanks(text_, failure.at);
    bool const ends = at >= text_.size() || begins_declaration(at) || begins_sibling(at);
    bool const between = !blocks_.empty() && at == grammar::skip_blanks(text_, cursor_.at);
    if (!ends || failure.unterminated || (!between && failure.expected.find("'}'") == std::string::npos))
        return false;
    auto const block = suspect_ ? *suspect_ : blocks_.empty() ? this_block() : blocks_.back();
    auto diagnostic = diagnose(Code::rule_unclosed, {file_.source, block.brace, block.brace + 1},
                               fmt::format("{} is not closed: a '}}' is missing", block.what),
                               "write '}' on a line of its own where it ends");
    diagnostic.label = "opened here and never closed";
    if (at < text_.size())
        diagnostic.others.push_back(
            {{file_.source, at, end_of_token(text_, at)}, "this begins before it is closed"});
    add(std::move(diagnostic));
    suspect_.reset();
    cursor_.at = at;
    return unclosed_ = true;
}

// The declaration itself, where it is read in one go.
DeclarationReader::Block DeclarationReader::this_block() const {
    Block block{std::string(grammar::word_at(text_, begin_)), begin_, indent_};
    if (!name_.text.empty()) block.what += fmt::format(" '{}'", name_.text);
    for (auto const& lexeme : scan(text_.substr(begin_, cursor_.failure.at - begin_)))
        if (lexeme.kind == Lexeme::Kind::sign && text_[begin_ + lexeme.begin] == '{') {
            block.brace = begin_ + lexeme.begin;
            break;
        }
    return block;
}

}  // namespace lacuna::dsl

// Instruments: chapters hold articles, articles hold obligations. A head that cannot be read is reported
// once, and what stands in its braces is read all the same.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "dsl/declarations.hpp"
#include "dsl/keywords.hpp"
#include "dsl/messages.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
void DeclarationReader::instrument() {
    Instrument into;
    if (!grammar::read_instrument_head(cursor_, into)) return skip_declaration();
    instrument_body(into);
    // What was read of it is kept, so that its other errors are found in the same run.
    into.span.end = cursor_.at;
    file_.instruments.push_back(std::move(into));
    finish(File::Item::Kind::instrument, file_.instruments.size() - 1);
}

void DeclarationReader::instrument_body(Instrument& into) {
    Article outer;  // the chapter around, without its articles
    bool in_chapter = false;
    open_block(begin_, fmt::format("instrument '{}'", into.name.text));
    for (;;) {
        if (at_close()) {
            if (!in_chapter) return;
            in_chapter = false;
            outer = {};
            continue;
        }
        auto const begin = grammar::skip_blanks(text_, cursor_.at);
        auto const [next, entered] = meant_block();
        if (next == "article") {
            article(begin, entered, outer, into);
        } else if (next == "chapter" && !in_chapter) {
            in_chapter = chapter(begin, entered, outer);
        } else if (next == "cooperation" && !in_chapter) {
            cooperation(begin, entered, into);
        } else if (next == "obligation") {
            stray_obligations(into);
        } else if (!grammar::read_instrument_clause(cursor_, into)) {
            skip_clause();
            if (unclosed_ && in_chapter) {
                in_chapter = false;
                outer = {};
                blocks_.pop_back();
            }
        }
        if (leave_instrument()) return;
    }
}

// The file ends, or something else begins.
bool DeclarationReader::leave_instrument() {
    if (unclosed_ && (cursor_.at >= text_.size() || begins_declaration(cursor_.at))) return true;
    unclosed_ = false;
    if (cursor_.at < text_.size() && !ends_declaration(cursor_.at)) return false;
    if (!failed_) {
        cursor_.failure = {cursor_.at, "'}' at the end of the instrument", false};
        report();
    }
    return true;
}

DeclarationReader::Meant DeclarationReader::meant_block() {
    auto const next = word();
    std::vector<std::string> const blocks{"article", "chapter", "cooperation", "obligation"};
    for (auto const& known : blocks)
        if (next == known) return {known, false};
    if (next.empty() || next == "cite" || next == "note" || opens_declaration(next)) return {};
    auto const near = suggest(next, blocks);
    auto const begin = grammar::skip_blanks(text_, cursor_.at);
    cursor_.failure = {begin, "'cite', 'note', 'chapter', 'article', 'cooperation' or '}'", false};
    auto failure = explain_failure(cursor_);
    if (near.empty()) failure.help = "write 'article': what an instrument asks stands in articles";
    if (near == "obligation" || !open_after_failed_head(begin)) return {};
    failed_ = true;
    add(std::move(failure));
    return {near.empty() ? "article" : near, true};
}

bool DeclarationReader::open_after_failed_head(std::uint32_t begin) {
    constexpr std::size_t longest = 2000;  // of a head
    auto const end = std::min({text_.find('\n', begin), text_.size(), begin + longest});
    for (auto const& lexeme : scan(text_.substr(begin, end - begin)))
        if (lexeme.kind == Lexeme::Kind::sign && text_[begin + lexeme.begin] == '{') {
            cursor_.at = texts_from_ = begin + lexeme.end;
            return true;
        }
    return false;
}

// A head that fails is reported; true when its block is open all the same.
bool DeclarationReader::open_in_spite(std::uint32_t begin) {
    report();
    if (unclosed_) return false;
    if (open_after_failed_head(begin)) return true;
    to_next_clause();
    return false;
}

bool DeclarationReader::chapter(std::uint32_t begin, bool entered, Article& head) {
    if (!entered && !grammar::read_chapter_head(cursor_, head) && !open_in_spite(begin)) return false;
    open_block(begin, fmt::format("chapter {}", head.chapter_id));
    return true;
}

void DeclarationReader::article(std::uint32_t begin, bool entered, Article head, Instrument& into) {
    if (!entered && !grammar::read_article_head(cursor_, head) && !open_in_spite(begin)) return;
    clauses(begin, fmt::format("article {}", head.id.text), [&] {
        Obligation one;
        if (!grammar::read_obligation(cursor_, one)) return false;
        head.obligations.push_back(std::move(one));
        return true;
    });
    head.span.end = cursor_.at;
    into.articles.push_back(std::move(head));
}

void DeclarationReader::cooperation(std::uint32_t begin, bool entered, Instrument& into) {
    Cooperation one;
    if (!entered && !grammar::read_cooperation_head(cursor_, one) && !open_in_spite(begin)) return;
    bool const whole = !entered && !one.title.empty();
    clauses(begin, fmt::format("cooperation \"{}\"", one.title),
            [&] { return grammar::read_cooperation_clause(cursor_, one); });
    one.span.end = cursor_.at;
    if (whole) into.cooperations.push_back(std::move(one));
}

void DeclarationReader::stray_obligations(Instrument& into) {
    Article none;  // without a number
    auto const begin = grammar::skip_blanks(text_, cursor_.at);
    auto diagnostic =
        diagnose(Code::rule_syntax, {file_.source, begin, begin + static_cast<std::uint32_t>(word().size())},
                 "an obligation stands in an article", "write around it: article 1 \"Title\" { … }");
    while (word() == "obligation") {
        Obligation one;
        if (!grammar::read_obligation(cursor_, one)) break;
        none.obligations.push_back(std::move(one));
    }
    if (none.obligations.empty()) return skip_clause();
    failed_ = true;
    add(std::move(diagnostic));
    // The '}' of the article whose beginning is missing.
    auto const close = grammar::skip_blanks(text_, cursor_.at);
    auto const line = text_.rfind('\n', close) + 1;
    if (close < text_.size() && text_[close] == '}' && close - line > indent_ &&
        text_.find_first_not_of(" \t", line) == close)
        cursor_.at = close + 1;
    into.articles.push_back(std::move(none));
}

}  // namespace lacuna::dsl

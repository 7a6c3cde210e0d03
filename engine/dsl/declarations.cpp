#include "dsl/declarations.hpp"

#include <fmt/format.h>

#include <utility>

#include "dsl/keywords.hpp"
#include "dsl/messages.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] std::uint32_t offset(std::size_t at) {
    return static_cast<std::uint32_t>(at);
}

[[nodiscard]] std::uint32_t blanks_before(std::string_view text, std::uint32_t at) {
    std::uint32_t count = 0;
    while (at > count && (text[at - count - 1] == ' ' || text[at - count - 1] == '\t')) ++count;
    return count;
}

[[nodiscard]] std::uint32_t next_line(std::string_view text, std::uint32_t at) {
    auto const end = text.find('\n', at);
    return offset(end == std::string_view::npos ? text.size() : end + 1);
}

// The first token of a line.
[[nodiscard]] std::uint32_t first_of_line(std::string_view text, std::uint32_t line) {
    while (line < text.size() && (text[line] == ' ' || text[line] == '\t')) ++line;
    return line;
}

[[nodiscard]] std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// Words that begin a clause in some declaration.
[[nodiscard]] bool opens_clause(std::string_view text, std::uint32_t at) {
    auto const word = grammar::word_at(text, at);
    for (auto const* one : {"needs", "unless", "gate", "note", "option", "yes", "no", "todo", "obligation",
                            "article", "chapter", "cite", "cooperation", "offences", "reaches", "below"})
        if (word == one) return true;
    if (at < text.size() && text[at] == '}') return true;
    if (word.empty())
        return at < text.size() && text[at] == '"' &&
               text.substr(at, 200).find(" = ") < text.substr(at, 200).find('\n');
    auto const after = first_of_line(text, at + offset(word.size()));
    return after < text.size() && text[after] == '=';
}

}  // namespace

DeclarationReader::DeclarationReader(std::string_view text, File& file, Diagnostics& diagnostics,
                                     ParseLimits const& limits)
    : text_(text), file_(file), diagnostics_(diagnostics), limits_(limits) {
    cursor_.text = text;
    cursor_.source = file.source;
    cursor_.max_depth = limits.max_depth;
}

void DeclarationReader::read_all() {
    for (;;) {
        cursor_.at = grammar::skip_blanks(text_, cursor_.at);
        if (cursor_.at >= text_.size() || errors_ >= limits_.max_errors) return;
        begin_ = cursor_.at;
        indent_ = blanks_before(text_, begin_);
        failed_ = unclosed_ = false;
        name_ = {};
        blocks_.clear();
        suspect_.reset();
        texts_from_ = begin_;
        auto const first = word();
        if (opens_declaration(first)) {
            auto const name_at = grammar::skip_blanks(text_, begin_ + offset(first.size()));
            auto const name = grammar::word_at(text_, name_at);
            name_ = {std::string(name), {file_.source, name_at, name_at + offset(name.size())}};
            read_one(first);
        } else {
            add(unknown_declaration(text_, file_.source, begin_));
            failed_ = true;
            skip_declaration();
        }
        if (failed_) note_failed(first);
    }
}

// Every word of the head, and the words joined: "concept computer system {" may declare any of them.
void DeclarationReader::note_failed(std::string_view keyword) {
    if (keyword.empty() || keyword == "test" || keyword == "quantity" || keyword == "spelling") {
        file_.nameless.emplace_back(keyword);
        return;
    }
    auto at = begin_ + offset(keyword.size());
    auto const end = std::min(text_.find_first_of("{:\"'\n", at), text_.size());
    std::string joined;
    while (at < end) {
        auto const word = grammar::word_at(text_, at);
        if (!word.empty()) {
            joined += (joined.empty() ? "" : "-") + std::string(word);
            file_.failed.push_back({std::string(word), {file_.source, at, at + offset(word.size())}});
        }
        at += offset(std::max<std::size_t>(word.size(), 1));
    }
    if (joined.empty()) file_.nameless.emplace_back(keyword);
    if (!joined.empty()) file_.failed.push_back({joined, {file_.source, begin_, offset(end)}});
}

void DeclarationReader::read_one(std::string_view word) {
    if (word == "lexicon") return lexicon();
    if (word == "concept") return concept_();
    if (word == "quantity") return quantity();
    if (word == "spelling") return spelling();
    if (word == "kind") return kind();
    if (word == "measure") return measure();
    if (word == "instrument") return instrument();
    test();
}

void DeclarationReader::lexicon() {
    Name language;
    if (!grammar::read_lexicon(cursor_, language)) {
        language_ = unread_language;
        return skip_declaration();
    }
    language_ = in_small_letters(language.text);
    file_.lexicons.push_back(std::move(language));
    finish(File::Item::Kind::lexicon, file_.lexicons.size() - 1);
}

void DeclarationReader::concept_() {
    Concept into;
    if (!grammar::read_concept(cursor_, into)) return skip_declaration();
    into.language = language_;
    file_.concepts.push_back(std::move(into));
    finish(File::Item::Kind::concept_, file_.concepts.size() - 1);
}

void DeclarationReader::kind() {
    Kind into;
    if (!grammar::read_kind(cursor_, into)) return skip_declaration();
    file_.kinds.push_back(std::move(into));
    finish(File::Item::Kind::kind, file_.kinds.size() - 1);
}

void DeclarationReader::quantity() {
    Quantity into;
    name_ = {};  // a quantity declares no name
    if (!grammar::read_quantity_head(cursor_, into)) return skip_declaration();
    into.language = language_;
    clauses(begin_, "quantity", [&] { return grammar::read_quantity_word(cursor_, into); });
    if (failed_) return;
    into.span.end = cursor_.at;
    file_.quantities.push_back(std::move(into));
    finish(File::Item::Kind::quantity, file_.quantities.size() - 1);
}

void DeclarationReader::spelling() {
    Spelling into;
    name_ = {};  // it declares no name
    if (!grammar::read_spelling_head(cursor_, into)) return skip_declaration();
    into.language = language_;
    clauses(begin_, "spelling", [&] { return grammar::read_respelling(cursor_, into); });
    if (failed_) return;
    into.span.end = cursor_.at;
    file_.spellings.push_back(std::move(into));
    finish(File::Item::Kind::spelling, file_.spellings.size() - 1);
}

void DeclarationReader::measure() {
    Measure into;
    if (!grammar::read_measure_head(cursor_, into)) return skip_declaration();
    clauses(begin_, fmt::format("measure '{}'", into.name.text),
            [&] { return grammar::read_measure_clause(cursor_, into); });
    if (failed_) return;
    into.span.end = cursor_.at;
    file_.measures.push_back(std::move(into));
    finish(File::Item::Kind::measure, file_.measures.size() - 1);
}

// The '}' of its '{', unless something that opens a declaration comes first: then a quote or a brace is
// missing, and what follows must not be lost with the test.
bool DeclarationReader::pass_over_test() {
    int open = 0;
    for (auto lexeme = next_lexeme(text_, cursor_.at); lexeme; lexeme = next_lexeme(text_, lexeme->end)) {
        if (lexeme->kind == Lexeme::Kind::text) {
            for (auto line = next_line(text_, lexeme->begin); line < lexeme->end;
                 line = next_line(text_, line))
                if (ends_declaration(line)) return false;
            continue;
        }
        if (lexeme->kind == Lexeme::Kind::word && ends_declaration(lexeme->begin)) return false;
        if (lexeme->kind != Lexeme::Kind::sign) continue;
        if (text_[lexeme->begin] == '{') ++open;
        if (text_[lexeme->begin] != '}') continue;
        cursor_.at = lexeme->end;
        return --open == 0;
    }
    return false;
}

void DeclarationReader::test() {
    if (!limits_.tests) {
        auto const begin = cursor_.at;
        if (pass_over_test()) return;
        cursor_.at = begin;
    }
    Test into;
    name_ = {};  // a test declares no name
    if (!grammar::read_test_head(cursor_, into)) return skip_declaration();
    clauses(begin_, fmt::format("test of '{}'", into.name.text),
            [&] { return grammar::read_example(cursor_, into); });
    // What was read of it is kept, so that its other errors are found in the same run.
    into.incomplete = failed_;
    into.span.end = cursor_.at;
    file_.tests.push_back(std::move(into));
    finish(File::Item::Kind::test, file_.tests.size() - 1);
}

void DeclarationReader::clauses(std::uint32_t begin, std::string what, std::function<bool()> const& read) {
    open_block(begin, std::move(what));
    while (!at_close()) {
        auto const before = cursor_.at;
        if (!read()) skip_clause();
        if (unclosed_) return blocks_.pop_back();
        if (errors_ >= limits_.max_errors) return;
        if (failed_ && (cursor_.at >= text_.size() || cursor_.at == before || ends_declaration(cursor_.at)))
            return;
    }
}

std::string_view DeclarationReader::word() {
    return grammar::word_at(text_, grammar::skip_blanks(text_, cursor_.at));
}

// A line at the indentation of the declaration, or left of it, that opens a declaration.
bool DeclarationReader::ends_declaration(std::uint32_t line) const {
    auto const at = first_of_line(text_, line);
    if (at >= text_.size()) return false;
    return blanks_before(text_, at) <= indent_ && opens_declaration(grammar::word_at(text_, at)) &&
           at != begin_;
}

void DeclarationReader::report() {
    failed_ = true;
    if (blame_text() || !blame_block()) add(explain_failure(cursor_));
}

void DeclarationReader::add(Diagnostic diagnostic) {
    if (errors_ >= limits_.max_errors) return;
    ++errors_;
    diagnostics_.add(std::move(diagnostic));
    if (errors_ < limits_.max_errors) return;
    diagnostics_.add(diagnose(Code::rule_too_many_errors,
                              {file_.source, offset(text_.size()), offset(text_.size())},
                              fmt::format("reading stopped after {} errors in this file", errors_),
                              "mend these first, then check again"));
}

void DeclarationReader::skip_clause() {
    report();
    if (!unclosed_) to_next_clause();
}

// The '}' on the rest of the line that closes the block which is open; nothing where quotes are not to be
// trusted.
std::optional<std::uint32_t> DeclarationReader::close_on_line(std::uint32_t from) const {
    constexpr std::uint32_t longest = 2000;
    if (cursor_.failure.unterminated || blocks_.empty()) return {};
    auto const end = std::min(next_line(text_, from), from + longest);
    int open = 0;
    for (auto const& lexeme : scan(text_.substr(from, end - from))) {
        if (lexeme.kind != Lexeme::Kind::sign) continue;
        auto const sign = text_[from + lexeme.begin];
        if (sign == '{') ++open;
        if (sign == '}' && open-- == 0) return from + lexeme.begin;
    }
    return {};
}

void DeclarationReader::to_next_clause() {
    auto const from = std::max(cursor_.at, cursor_.failure.at);
    if (auto const close = close_on_line(from)) {
        cursor_.at = texts_from_ = *close;
        return;
    }
    auto line = next_line(text_, from);
    // An error at the first token of a line is an error of that line: the clause begun there is skipped too.
    while (line < text_.size() && !ends_declaration(line) && !opens_clause(text_, first_of_line(text_, line)))
        line = next_line(text_, line);
    cursor_.at = texts_from_ = line;
}

void DeclarationReader::skip_declaration() {
    if (!failed_) report();
    if (unclosed_) return;
    auto line = next_line(text_, begin_);
    while (line < text_.size() && !ends_declaration(line)) line = next_line(text_, line);
    cursor_.at = line;
}

void DeclarationReader::finish(File::Item::Kind kind, std::size_t index) {
    for (auto& problem : cursor_.problems) {
        // It may be used under the name that it should have had.
        if (problem.code == Code::rule_bad_name) file_.nameless.emplace_back(grammar::word_at(text_, begin_));
        add(std::move(problem));
    }
    cursor_.problems.clear();
    file_.items.push_back({kind, index, {file_.source, begin_, cursor_.at}});
}

}  // namespace lacuna::dsl

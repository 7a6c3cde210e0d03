#include "dsl/grammar/grammar.hpp"

#include "dsl/example_lines.hpp"
#include "dsl/grammar/instrument.hpp"

namespace lacuna::dsl::grammar {
namespace {

// A text that ends in a new line and the word `yes` has swallowed the opening quote of the next example: its
// own closing quote is missing.
[[nodiscard]] bool swallowed_next_example(Iterator begin, Iterator end) {
    while (end != begin && (end[-1] == ' ' || end[-1] == '\t')) --end;
    auto word = end;
    while (word != begin && is_name_char(word[-1])) --word;
    if (!starts_example({word, static_cast<std::size_t>(end - word)})) return false;
    while (word != begin && (word[-1] == ' ' || word[-1] == '\t')) --word;
    return word != begin && word[-1] == '\n';
}

// No blank but single ones between words: then nothing is left to fold.
[[nodiscard]] bool is_folded(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_blank(text[at])) continue;
        bool const between = at > 0 && at + 1 < text.size();
        if (text[at] != ' ' || !between || is_blank(text[at + 1])) return false;
    }
    return true;
}

void fold_blanks(std::string& text) {
    if (is_folded(text)) return;
    std::string folded;
    for (char const c : text) {
        if (!is_blank(c))
            folded += c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    while (!folded.empty() && folded.back() == ' ') folded.pop_back();
    text = std::move(folded);
}

template <class Rule, class Value>
[[nodiscard]] bool read(Cursor& cursor, Rule const& rule, Value& into) {
    auto const* const base = cursor.text.data();
    auto const* first = base + cursor.at;
    auto const* const last = base + cursor.text.size();
    State state{base, cursor.source, &cursor.problems, cursor.max_depth};
    auto const problems = cursor.problems.size();
    auto const fail = [&](Iterator where, std::string expected, bool unterminated = false) {
        cursor.failure = {state.offset(where), std::move(expected), unterminated};
        cursor.problems.resize(problems);
        return false;
    };
    try {
        auto const with_state = x3::with<state_tag>(std::ref(state))[x3::skip(Blanks{})[rule]];
        if (!x3::parse(first, last, with_state, into)) return fail(first, rule.name);
    } catch (x3::expectation_failure<Iterator> const& failure) {
        return fail(failure.where(), failure.which());
    } catch (Unterminated const& text) {
        return fail(text.begin, {}, true);
    }
    cursor.at = state.offset(first);
    return true;
}

}  // namespace

Iterator TextLeaf::read_inside(Iterator begin, Iterator last, std::string& into) const {
    // As a rule there is nothing in it to look at.
    std::string_view const rest(begin, static_cast<std::size_t>(last - begin));
    auto const plain = rest.substr(0, rest.find(quote));
    if (plain.size() < rest.size() && plain.find('\\') == std::string_view::npos &&
        (lines != Lines::none || plain.find('\n') == std::string_view::npos)) {
        into = plain;
        return begin + plain.size();
    }
    into.clear();
    auto const* run = begin;
    auto end = begin;
    for (; end != last && *end != quote; ++end) {
        if (*end == '\n' && lines == Lines::none) throw Unterminated{begin - 1};
        if (*end != '\\' || last - end < 2) continue;
        into.append(run, end);
        run = ++end;  // the next character stands for itself
    }
    if (end == last) throw Unterminated{begin - 1};
    into.append(run, end);
    return end;
}

Iterator TextLeaf::read(Iterator begin, Iterator last, State const& state, Text& value) const {
    if (begin == last || *begin != quote) return begin;
    auto const end = read_inside(begin + 1, last, value.value);
    if (lines == Lines::kept && swallowed_next_example(begin, end)) throw Unterminated{begin};
    if (lines == Lines::kept)
        value.value = trimmed_lines(value.value);
    else
        fold_blanks(value.value);
    value.span = state.span(begin, end + 1);
    return end + 1;
}

bool read_lexicon(Cursor& cursor, Name& language) {
    return read(cursor, lexicon, language);
}
bool read_concept(Cursor& cursor, Concept& into) {
    return read(cursor, concept_, into);
}
bool read_kind(Cursor& cursor, Kind& into) {
    return read(cursor, kind, into);
}
bool read_quantity_head(Cursor& cursor, Quantity& into) {
    return read(cursor, quantity_head, into);
}
bool read_quantity_word(Cursor& cursor, Quantity& into) {
    QuantityWord word;
    if (!read(cursor, quantity_word, word)) return false;
    into.words.push_back(std::move(word));
    return true;
}
bool read_spelling_head(Cursor& cursor, Spelling& into) {
    return read(cursor, spelling_head, into);
}
bool read_respelling(Cursor& cursor, Spelling& into) {
    Respelling word;
    if (!read(cursor, respelling, word)) return false;
    into.words.push_back(std::move(word));
    return true;
}
bool read_measure_head(Cursor& cursor, Measure& into) {
    return read(cursor, measure_head, into);
}
bool read_measure_clause(Cursor& cursor, Measure& into) {
    return read(cursor, measure_clause, into);
}
bool read_instrument_head(Cursor& cursor, Instrument& into) {
    return read(cursor, instrument_head, into);
}
bool read_instrument_clause(Cursor& cursor, Instrument& into) {
    return read(cursor, instrument_clause, into);
}
bool read_chapter_head(Cursor& cursor, Article& into) {
    return read(cursor, chapter_head, into);
}
bool read_article_head(Cursor& cursor, Article& into) {
    return read(cursor, article_head, into);
}
bool read_cooperation_head(Cursor& cursor, Cooperation& into) {
    return read(cursor, cooperation_head, into);
}
bool read_cooperation_clause(Cursor& cursor, Cooperation& into) {
    return read(cursor, cooperation_clause, into);
}
bool read_obligation(Cursor& cursor, Obligation& into) {
    return read(cursor, obligation, into);
}
bool read_test_head(Cursor& cursor, Test& into) {
    return read(cursor, test_head, into);
}
bool read_example(Cursor& cursor, Test& into) {
    Example one;
    if (!read(cursor, example, one)) return false;
    into.examples.push_back(std::move(one));
    return true;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
    auto const* const last = text.data() + text.size();
    return static_cast<std::uint32_t>(skip(text.data() + at, last) - text.data());
}
std::string_view word_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size() || !is_letter(text[at])) return {};
    auto const* const begin = text.data() + at;
    auto const* const end = end_of_word(begin, text.data() + text.size());
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace lacuna::dsl::grammar

// Quantities and spellings: each unit and each spelling is declared once, and no spelling leads back to
// itself.
#include <fmt/format.h>

#include <map>
#include <set>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

void add_double_word(Text const& word, Span first, Diagnostics& diagnostics) {
    auto diagnostic = diagnose(Code::rule_duplicate, word.span,
                               fmt::format("\"{}\" is declared twice", word.value), "keep one of the two");
    diagnostic.others.push_back({first, "first declared here"});
    diagnostics.add(std::move(diagnostic));
}

void check_quantity(Quantity const& quantity, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, Span> seen;
    for (auto const& word : quantity.words) {
        auto const [first, fresh] = seen.emplace(word.words.value, word.words.span);
        if (!fresh) add_double_word(word.words, first->second, diagnostics);
        bool const duration = quantity.kind == Quantity::Kind::duration;
        if (word.factor <= 0)
            diagnostics.add(diagnose(Code::rule_bad_number, word.words.span,
                                     fmt::format("\"{}\" stands for nothing", word.words.value),
                                     "write a number above 0"));
        if (duration != (word.unit != Unit::none))
            diagnostics.add(diagnose(Code::rule_bad_number, word.words.span,
                                     duration ? "a duration needs a unit" : "money has no unit of time",
                                     duration ? "write one of year, month, week, day, hour after the number"
                                              : "write the number alone"));
    }
}

// Where '*' stands: before the ending, after the beginning, or nowhere.
[[nodiscard]] int star_of(std::string const& word) {
    auto const at = word.find('*');
    if (at == std::string::npos) return 0;
    if (word.size() < 2 || word.find('*', at + 1) != std::string::npos) return 2;
    return at == 0 ? -1 : at + 1 == word.size() ? 1 : 2;
}

void check_spelling(Spelling const& spelling, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, Span> seen;
    for (auto const& [written, read_as] : spelling.words) {
        for (auto const* text : {&written, &read_as}) {
            auto const& value = text->value;
            bool const one_word = value.find_first_of(" -'") == std::string::npos && !value.empty();
            if (!one_word || star_of(value) == 2)
                diagnostics.add(diagnose(Code::rule_wildcard, text->span,
                                         "a spelling is one word, the beginning of one or its end",
                                         "write \"color*\" = \"colour*\" or \"*ize\" = \"*ise\""));
        }
        if (star_of(written.value) != star_of(read_as.value))
            diagnostics.add(diagnose(Code::rule_wildcard, read_as.span,
                                     "the two sides have '*' in different places",
                                     "write it on both sides, before the ending or after the beginning"));
        auto const [first, fresh] = seen.emplace(written.value, written.span);
        if (!fresh) add_double_word(written, first->second, diagnostics);
    }
}

// One quantity of time and one of money in each language: two would hide which words the language has.
void check_once(Pack const& pack, Diagnostics& diagnostics) {
    std::map<std::pair<std::string_view, Quantity::Kind>, Span> first;
    for (auto const& file : pack.files)
        for (auto const& one : file.quantities) {
            bool const known = !one.language.empty() && one.language != unread_language;
            auto const [before, fresh] =
                first.emplace(std::pair(std::string_view(one.language), one.kind), one.span);
            if (fresh || !known) continue;
            auto const head = [](Span span) {
                return Span{span.source, span.begin,
                            span.begin + static_cast<std::uint32_t>(8)};  // `quantity`
            };
            auto diagnostic = diagnose(
                Code::rule_duplicate, head(one.span),
                fmt::format("the quantity of {} is declared twice in the lexicon {}",
                            one.kind == Quantity::Kind::duration ? "duration" : "money", one.language),
                "write all its words into one");
            diagnostic.others.push_back({head(before->second), "first declared here"});
            diagnostics.add(std::move(diagnostic));
        }
}

// What a spelling makes of a text, which may itself be the beginning or the end of words; empty: it does not
// fit.
[[nodiscard]] std::string respelt_by(Respelling const& one, std::string const& text) {
    constexpr std::size_t least = 3;  // letters before an ending, as when words are read
    auto const &written = one.written.value, &read_as = one.read_as.value;
    if (written == text) return read_as;
    if (written.size() < 2 || read_as.empty()) return {};
    if (written.front() == '*' && text.back() != '*') {
        auto const end = std::string_view(written).substr(1);
        auto const needed = end.size() + (text.front() == '*' ? 1 : least);
        if (text.size() < needed || !text.ends_with(end)) return {};
        return text.substr(0, text.size() - end.size()) + read_as.substr(1);
    }
    if (written.back() == '*' && text.front() != '*') {
        auto const begin = std::string_view(written).substr(0, written.size() - 1);
        if (!text.starts_with(begin)) return {};
        return read_as.substr(0, read_as.size() - 1) + text.substr(begin.size());
    }
    return {};
}

// A word is respelt once. What it becomes must not be respelt again: two words that are one would stay two.
// `told`: those that an error has named already.
void check_chain(Respelling const& one, std::vector<Respelling const*> const& all,
                 std::set<Respelling const*>& told, Diagnostics& diagnostics) {
    auto const& word = one.read_as.value;
    if (word.empty() || told.contains(&one)) return;
    for (auto const* const other : all) {
        auto const next = respelt_by(*other, word);
        if (next.empty() || (next == word && other != &one)) continue;
        bool const back = next == one.written.value || next == word;
        auto diagnostic = diagnose(
            back ? Code::rule_cycle : Code::rule_contradiction, one.read_as.span,
            back ? fmt::format("\"{}\" is read as \"{}\", and that as \"{}\" again", one.written.value, word,
                               next)
                 : fmt::format("\"{}\" is read as \"{}\", and that as \"{}\"", one.written.value, word, next),
            other == &one && !back
                ? "what stands on the right begins or ends as the left side does and would be respelt "
                  "again: write whole words"
            : back ? "keep one of the two: all are read in the spelling on the right"
                   : fmt::format("a word is respelt once; write \"{}\" = \"{}\"", one.written.value, next));
        told.insert(other);
        if (other != &one) diagnostic.others.push_back({other->written.span, "by this"});
        return diagnostics.add(std::move(diagnostic));
    }
}

void check_chains(Pack const& pack, Diagnostics& diagnostics) {
    std::map<std::string_view, std::vector<Respelling const*>> by_language;
    for (auto const& file : pack.files)
        for (auto const& spelling : file.spellings)
            for (auto const& word : spelling.words) by_language[spelling.language].push_back(&word);
    std::set<Respelling const*> told;
    for (auto const& [language, words] : by_language)
        for (auto const* const word : words) check_chain(*word, words, told, diagnostics);
}

}  // namespace

void check_quantities(Pack const& pack, Diagnostics& diagnostics) {
    for (auto const& file : pack.files) {
        for (auto const& one : file.quantities) check_quantity(one, diagnostics);
        for (auto const& one : file.spellings) check_spelling(one, diagnostics);
    }
    check_once(pack, diagnostics);
    check_chains(pack, diagnostics);
}

}  // namespace lacuna::dsl

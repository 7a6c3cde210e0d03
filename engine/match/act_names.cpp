#include "match/act_names.hpp"

#include <algorithm>
#include <optional>

#include "match/view.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::match {
namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::uint32_t longest_name = 16;  // of a name; longer is a list of something else

// The words of one segment, with the names that stand in it.
class NameReader {
  public:
    NameReader(ActText const& act, std::uint32_t segment, program::KnownConcepts const& known)
        : act_(act), row_(segment), segment_(act.text.segments[segment]), view_(act, std::span(&segment, 1)) {
        words_ = hits(known.act_word);
        if (std::none_of(words_.begin(), words_.end(), [&](Hit const& hit) { return capital(hit.begin); }))
            words_.clear();
        if (words_.empty()) return;  // most blocks name no act: they speak of an act or a code
        joiners_ = hits(known.name_joiner);
        openers_ = hits(known.name_opener);
        numbers_ = hits(known.act_number_word);
    }

    // In the order of the text.
    void add_names(std::vector<ActName>& found) const {
        for (auto const& hit : words_) {
            if (!capital(hit.begin)) continue;
            auto const first = first_of(hit.begin);
            auto const end = first ? hit.end : end_of(hit.end);
            bool const whole = hit.end - hit.begin > 1;  // "Código Penal" is a name as it stands
            if (!first && end == hit.end && !whole) continue;
            auto const base = segment_.token_begin;
            found.push_back({base + first.value_or(hit.begin), base + end, base + number_end(end), row_,
                             base + hit.begin, base + hit.end});
        }
    }

  private:
    [[nodiscard]] Hits hits(ConceptId id) { return act_.code->knows(id) ? view_.concept_hits(id) : Hits(); }
    [[nodiscard]] text::Token const& token(std::uint32_t at) const {
        return act_.text.tokens[segment_.token_begin + at];
    }
    [[nodiscard]] std::uint32_t size() const { return segment_.token_end - segment_.token_begin; }
    [[nodiscard]] bool broken(std::uint32_t at) const {
        return (token(at).flags & text::Token::after_break) != 0;
    }
    [[nodiscard]] bool capital(std::uint32_t at) const {
        return (token(at).flags & text::Token::capital) != 0;
    }
    [[nodiscard]] bool starts(std::uint32_t at) const {
        return (token(at).flags & text::Token::sentence_start) != 0;
    }
    [[nodiscard]] bool joins(std::uint32_t at) const { return stands_in(joiners_, at); }
    [[nodiscard]] bool opens(std::uint32_t at) const { return stands_in(openers_, at); }
    [[nodiscard]] bool ends_name(std::uint32_t at) const {
        return std::any_of(words_.begin(), words_.end(), [&](Hit const& hit) { return hit.end == at; });
    }
    // Whether more than blanks, commas, hyphens, apostrophes and round brackets stand before the word.
    [[nodiscard]] bool parted(std::uint32_t at) const {
        if (at == 0 || at >= size()) return at == 0;
        auto const between = text(token(at - 1).begin + token(at - 1).length, token(at).begin);
        return between.find_first_of(".;:[]{}") != std::string_view::npos;
    }
    // The second word of "Communication-related".
    [[nodiscard]] bool hyphened(std::uint32_t at) const {
        return at > 0 && text(token(at - 1).begin + token(at - 1).length, token(at).begin) == "-";
    }
    // "Code of Criminal Procedure": past the capitals that a small word joins to the end.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t end) const {
        auto last = end;
        for (auto at = end; at < size() && at - end < longest_name && joins(at); ++at) {
            while (at + 1 < size() && capital(at + 1) && !starts(at + 1) && !broken(at + 1) &&
                   !numbers(at + 1))
                last = ++at + 1;
            if (last != at + 1) break;
        }
        return last;
    }
    [[nodiscard]] std::string_view text(std::uint32_t from, std::uint32_t to) const {
        return std::string_view(act_.document->text).substr(from, to - from);
    }
    // "N° 5": the word before a number.
    [[nodiscard]] bool numbers(std::uint32_t at) const {
        return at + 1 < size() && stands_in(numbers_, at) &&
               has_digit(word_at(act_, segment_.token_begin + at + 1));
    }
    // "Republic Act No. 5": past the number; not "Banking Act (Cap. 5)", where the number is an aside.
    [[nodiscard]] std::uint32_t number_end(std::uint32_t end) const {
        if (!numbers(end)) return end;
        auto const& last = token(end - 1);
        bool const aside =
            text(last.begin + last.length, token(end).begin).find_first_of("([,.") != std::string_view::npos;
        return aside ? end : end + 2;
    }
    // The first capital of the run that ends before `end`; none when there is no name.
    [[nodiscard]] std::optional<std::uint32_t> first_of(std::uint32_t end) const {
        std::optional<std::uint32_t> first;
        for (auto at = end; at > 0 && end - at < longest_name; --at) {
            auto const word = at - 1;
            if (parted(at) || ends_name(at)) break;
            if (capital(word) && !opens(word))
                first = word;
            else if (!first || !(joins(word) || hyphened(word)))
                break;
            if (starts(word)) break;
        }
        return first;
    }

    ActText const& act_;
    std::uint32_t row_;
    text::Segment const& segment_;
    View view_;
    Hits words_, joiners_, openers_, numbers_;
};

}  // namespace

namespace {

// Where all is in capitals no name can be told.
[[nodiscard]] bool has_small_letters(ActText const& act, text::Segment const& segment) {
    if (segment.token_begin == segment.token_end) return false;
    auto const& first = act.text.tokens[segment.token_begin];
    auto const& last = act.text.tokens[segment.token_end - 1];
    auto const text =
        std::string_view(act.document->text).substr(first.begin, last.begin + last.length - first.begin);
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<ActName> read_names(ActText const& act, program::KnownConcepts const& known) {
    std::vector<ActName> names;
    for (auto const segment : act.segments_with(known.act_word))
        if (act.text.segments[segment].body && has_small_letters(act, act.text.segments[segment]))
            NameReader(act, segment, known).add_names(names);
    return names;
}

std::string_view word_at(ActText const& act, std::uint32_t token) {
    auto const& place = act.text.tokens[token];
    return std::string_view(act.document->text).substr(place.begin, place.length);
}

bool has_digit(std::string_view word) {
    return word.find_first_of("0123456789") != std::string_view::npos;
}

std::string key_with_number(std::string_view name) {
    auto folded = text::fold(name);
    for (auto at = folded.find(soft_hyphen); at != std::string::npos; at = folded.find(soft_hyphen))
        folded.erase(at, soft_hyphen.size());
    std::string key;
    for (char const c : folded) {
        bool const beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || beyond_ascii)
            key.push_back(c);
        else if (!key.empty() && key.back() != ' ')
            key.push_back(' ');
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::string key_of(std::string_view name) {
    auto key = key_with_number(name);
    while (!key.empty() && (key.back() == ' ' || (key.back() >= '0' && key.back() <= '9'))) key.pop_back();
    return key;
}

}  // namespace lacuna::match

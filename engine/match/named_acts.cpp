#include "match/named_acts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/parallel.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

constexpr std::uint32_t longest_name = 16;  // of a name; longer is a list of something else

// Letters and digits in lower case, one blank between words, without the year at the end: what two ways of
// writing a title have in common.
[[nodiscard]] std::string key_of(std::string_view name) {
    auto const folded = text::fold(name);
    std::string key;
    for (char const c : folded) {
        bool const beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || beyond_ascii)
            key.push_back(c);
        else if (!key.empty() && key.back() != ' ')
            key.push_back(' ');
    }
    while (!key.empty() && (key.back() == ' ' || (key.back() >= '0' && key.back() <= '9'))) key.pop_back();
    return key;
}

// The words of one segment, with the names that stand in it.
class NameReader {
  public:
    NameReader(ActText const& act, std::uint32_t segment, program::KnownConcepts const& known)
        : act_(act), segment_(act.text.segments[segment]), view_(act, std::span(&segment, 1)) {
        words_ = hits(known.act_word);
        if (words_.empty()) return;  // most blocks name no act
        joiners_ = hits(known.name_joiner);
        openers_ = hits(known.name_opener);
    }

    // First and one past the last byte of each name, in the order of the text.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> names() const {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
        for (auto const& hit : words_) {
            if (!capital(hit.begin)) continue;
            auto const first = first_of(hit.begin);
            auto const end = first ? hit.end : end_of(hit.end);
            if (!first && end == hit.end) continue;
            auto const& last = token(end - 1);
            found.emplace_back(token(first.value_or(hit.begin)).begin, last.begin + last.length);
        }
        return found;
    }

  private:
    [[nodiscard]] Hits hits(ConceptId id) {
        bool const said = id.valid() && act_.code->at(id).pattern.valid();
        return said ? view_.concept_hits(id) : Hits();
    }
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
    [[nodiscard]] static bool stands_in(Hits const& hits, std::uint32_t at) {
        return std::any_of(hits.begin(), hits.end(),
                           [&](Hit const& hit) { return hit.begin <= at && at < hit.end; });
    }
    [[nodiscard]] bool ends_name(std::uint32_t at) const {
        return std::any_of(words_.begin(), words_.end(), [&](Hit const& hit) { return hit.end == at; });
    }
    // Whether more than blanks, commas, hyphens, apostrophes and round brackets stand before the word.
    [[nodiscard]] bool parted(std::uint32_t at) const {
        if (at == 0 || at >= size()) return at == 0;
        auto const from = token(at - 1).begin + token(at - 1).length;
        auto const between = std::string_view(act_.document->text).substr(from, token(at).begin - from);
        return between.find_first_of(".;:[]{}") != std::string_view::npos;
    }
    // "Code of Criminal Procedure": past the capitals that a small word joins to the end.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t end) const {
        auto last = end;
        for (auto at = end; at < size() && at - end < longest_name && joins(at); ++at) {
            while (at + 1 < size() && capital(at + 1) && !starts(at + 1) && !broken(at + 1)) last = ++at + 1;
            if (last != at + 1) break;
        }
        return last;
    }
    // The first capital of the run that ends before `end`; none when there is no name.
    [[nodiscard]] std::optional<std::uint32_t> first_of(std::uint32_t end) const {
        std::optional<std::uint32_t> first;
        for (auto at = end; at > 0 && end - at < longest_name; --at) {
            auto const word = at - 1;
            if (parted(at) || ends_name(at)) break;
            if (capital(word) && !opens(word))
                first = word;
            else if (!joins(word) || !first)
                break;
            if (starts(word)) break;
        }
        return first;
    }

    ActText const& act_;
    text::Segment const& segment_;
    View view_;
    Hits words_, joiners_, openers_;
};

[[nodiscard]] bool is_one_of(std::vector<std::string> const& titles, std::string const& key) {
    return std::any_of(titles.begin(), titles.end(), [&](std::string const& title) {
        return title.find(key) != std::string::npos || key.find(title) != std::string::npos;
    });
}

[[nodiscard]] std::string plain(
    std::string_view words) {  // one blank where there are several, or a line ends
    std::string out;
    for (char const c : words) {
        bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    return out;
}

using Named = std::map<std::string, NamedAct>;  // by what is compared

[[nodiscard]] Named read_act(ActText const& act, program::KnownConcepts const& known) {
    Named found;
    if (act.code == nullptr) return found;
    for (auto const segment : act.segments_with(known.act_word)) {
        auto const& place = act.text.segments[segment];
        if (!place.body) continue;
        for (auto const& [begin, end] : NameReader(act, segment, known).names()) {
            auto name = plain(std::string_view(act.document->text).substr(begin, end - begin));
            auto& row =
                found.try_emplace(key_of(name), NamedAct{name, act.id, place.provision, begin, end, 0})
                    .first->second;
            ++row.mentions;
        }
    }
    return found;
}

// The first mention of each name, in the order of the acts, with all mentions counted.
[[nodiscard]] Named read_acts(SetText const& set, unsigned threads) {
    std::vector<Named> by_act(set.acts.size());
    for_each_row(by_act.size(), threads, [&](std::size_t, std::size_t row) {
        by_act[row] = read_act(set.acts[row]->text, set.program->known);
    });
    Named all;
    for (auto& act : by_act)
        for (auto& [key, row] : act) {
            auto const [known, fresh] = all.try_emplace(key, row);
            if (!fresh) known->second.mentions += row.mentions;
        }
    return all;
}

}  // namespace

std::vector<NamedAct> named_acts(SetText const& set, unsigned threads) {
    auto found = read_acts(set, threads);
    std::vector<std::string> titles;
    auto const add = [&](std::string const& title) {
        if (auto key = key_of(title); !key.empty()) titles.push_back(std::move(key));
    };
    for (auto const& act : set.acts) {
        add(act->text.document->meta.title);
        for (auto const& alias : act->text.document->meta.aliases)
            if (alias.find(' ') != std::string::npos) add(alias);  // "CMA" would stand in other names
    }
    std::vector<NamedAct> named;
    for (auto& [key, row] : found)
        if (!is_one_of(titles, key)) named.push_back(std::move(row));
    std::stable_sort(named.begin(), named.end(),
                     [](auto const& a, auto const& b) { return a.mentions > b.mentions; });
    return named;
}

}  // namespace lacuna::match

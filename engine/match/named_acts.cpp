#include "match/named_acts.hpp"

#include <algorithm>
#include <map>

#include "base/parallel.hpp"
#include "match/act_names.hpp"
#include "match/act_repeals.hpp"

namespace lacuna::match {
namespace {

// "Cyber Crimes Act" and "Cybercrimes Act" are one.
[[nodiscard]] std::string without_blanks(std::string key) {
    std::erase(key, ' ');
    return key;
}

[[nodiscard]] bool is_one_of(std::vector<std::string> const& titles, std::string const& key) {
    auto const name = without_blanks(key);
    return std::any_of(titles.begin(), titles.end(), [&](std::string const& title) {
        return title.find(name) != std::string::npos || name.find(title) != std::string::npos;
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

// Names of two words are names of many: "Republic Act No. 5" and "Republic Act No. 6" are two acts.
constexpr std::uint32_t common_name = 2;

// What is compared, and the words: with the number where the name alone says too little.
[[nodiscard]] std::pair<std::string, std::string> keyed(ActText const& act, ActName const& name) {
    auto const words = plain(name.words(act));
    if (name.end - name.begin > common_name || name.number_end == name.end) return {key_of(words), words};
    auto const numbered = plain(name.words_with_number(act));
    return {key_with_number(numbered), numbered};
}

using Named = std::map<std::string, NamedAct>;  // by what is compared

[[nodiscard]] Named read_act(ActText const& act) {
    Named found;
    for (auto const& name : act.names) {
        auto const& place = act.text.segments[name.segment];
        auto const [key, words] = keyed(act, name);
        auto& row = found
                        .try_emplace(key, NamedAct{words, act.id, place.provision, name.text_begin(act),
                                                   name.text_end(act), 0})
                        .first->second;
        ++row.mentions;
    }
    return found;
}

// The first mention of each name, in the order of the acts, with all mentions counted.
[[nodiscard]] Named read_acts(SetText const& set, unsigned threads) {
    std::vector<Named> by_act(set.acts.size());
    for_each_row(by_act.size(), threads,
                 [&](std::size_t, std::size_t row) { by_act[row] = read_act(set.acts[row]->text); });
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
        if (auto key = without_blanks(key_of(title)); !key.empty()) titles.push_back(std::move(key));
    };
    for (auto const& act : set.acts) {
        add(act->text.document->meta.title);
        for (auto const& alias : act->text.document->meta.aliases)
            if (alias.find(' ') != std::string::npos) add(alias);  // "CMA" would stand in other names
    }
    auto const repealed = repealed_names(set, threads);
    // An act that is named only to be repealed is no law that might answer anything.
    auto const is_gone = [&](std::string const& key, NamedAct const& row) {
        auto const of_repeals = repealed.find(key);
        return of_repeals != repealed.end() && of_repeals->second >= row.mentions;
    };
    std::vector<NamedAct> named;
    for (auto& [key, row] : found)
        if (!is_one_of(titles, key) && !is_gone(key, row)) named.push_back(std::move(row));
    std::stable_sort(named.begin(), named.end(),
                     [](auto const& a, auto const& b) { return a.mentions > b.mentions; });
    return named;
}

}  // namespace lacuna::match

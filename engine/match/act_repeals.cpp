#include "match/act_repeals.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "akn/read.hpp"
#include "base/parallel.hpp"
#include "match/act_names.hpp"
#include "match/prepare.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

struct TitleKey {
    std::string key;   // as key_of
    std::string year;  // empty: none is given
};

// "1950", as a word of its own.
[[nodiscard]] bool is_year(std::string_view word) {
    return word.size() == 4 && (word.front() == '1' || word.front() == '2') &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

// The year that stands in a name or right behind it.
[[nodiscard]] std::string year_of(ActText const& act, ActName const& name, std::uint32_t segment_end) {
    auto const end = std::min(name.end + 1, segment_end);
    for (auto at = end; at > name.begin; --at)
        if (auto const word = word_at(act, at - 1); is_year(word)) return std::string(word);
    return {};
}

// The words of one passage that repeals something, with the names of acts in it. Two closed shapes are read,
// and all else is no repeal: "[The] NAME [number] {, [the] NAME [number]} is repealed." as a whole sentence,
// in either order, for other languages say "Repealed is NAME."; and items that are a name under "The
// following Acts are repealed:".
class RepealReader {
  public:
    RepealReader(ActText const& act, std::uint32_t passage, program::KnownConcepts const& known)
        : act_(act), segments_(act.segments_of(act.text.passages[passage])), view_(act, segments_) {
        repeals_ = hits(known.act_repeal);
        if (repeals_.empty()) return;
        articles_ = hits(known.act_article);
        joiners_ = hits(known.name_joiner);
        lists_ = hits(known.list_word);
        numbers_ = hits(known.act_number_word);
        provisions_ = hits(known.provision_name);
        for (auto const segment : segments_)
            for (auto const& name : act.names_in(segment)) names_.push_back(name);
    }

    struct Found {
        ActName name;
        std::uint32_t text_end = 0;  // of the words that say so
    };
    // Those that are repealed as a whole.
    [[nodiscard]] std::vector<Found> repealed() const {
        std::vector<Found> found;
        for (auto const& repeal : repeals_) {
            auto const first = sentence_begin(repeal.begin), end = sentence_end(repeal.end);
            if (end == repeal.end && names_only(first, repeal.begin))
                add(found, first, repeal.begin, text_end(repeal.end - 1));
            if (first == repeal.begin && names_only(repeal.end, end))
                add(found, repeal.end, end, text_end(end - 1));
            if (opens_list(first, repeal))
                for (auto const& name : names_)
                    if (is_item(name, repeal.end)) found.push_back({name, name.text_end(act_)});
        }
        return found;
    }
    // "Posts Act, 1950", "Ley de Correos de 1950".
    [[nodiscard]] std::string year(ActName const& name) const {
        auto whole = name;
        if (stands_in(joiners_, end_of(name))) ++whole.end;
        return year_of(act_, whole, name.begin + (block_end(begin_of(name)) - begin_of(name)));
    }

  private:
    static constexpr std::uint32_t longest_intro = 8;  // "The following Acts and Ordinances are repealed"

    // The names that stand between two places.
    void add(std::vector<Found>& found, std::uint32_t begin, std::uint32_t end,
             std::uint32_t text_end) const {
        for (auto const& name : names_)
            if (begin <= begin_of(name) && end_of(name) <= end) found.push_back({name, text_end});
    }
    [[nodiscard]] Hits hits(ConceptId id) { return act_.code->knows(id) ? view_.concept_hits(id) : Hits(); }
    [[nodiscard]] std::uint32_t begin_of(ActName const& name) const { return view_.position_of(name.begin); }
    [[nodiscard]] std::uint32_t end_of(ActName const& name) const {
        return begin_of(name) + (name.end - name.begin);
    }
    [[nodiscard]] bool in_name(std::uint32_t at) const {
        return std::any_of(names_.begin(), names_.end(),
                           [&](ActName const& name) { return begin_of(name) <= at && at < end_of(name); });
    }
    [[nodiscard]] std::uint32_t text_end(std::uint32_t at) const {
        return view_.token(at).begin + view_.token(at).length;
    }
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t at) const {
        while (at > 0 && view_.same_block(at - 1, at) && view_.same_sentence(at - 1, at)) --at;
        return at;
    }
    [[nodiscard]] std::uint32_t block_end(std::uint32_t at) const {
        while (at + 1 < view_.size() && view_.same_block(at, at + 1)) ++at;
        return at + 1;
    }
    // Past the last word of the sentence that goes on behind the word before `end`.
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t end) const {
        while (end < view_.size() && view_.same_block(end - 1, end) && view_.same_sentence(end - 1, end))
            ++end;
        return end;
    }
    [[nodiscard]] bool is_number(std::uint32_t at) const {
        auto const& token = view_.token(at);
        return has_digit(std::string_view(act_.document->text).substr(token.begin, token.length));
    }
    // "(No. 5 of 1950)", "Cap. 80".
    [[nodiscard]] bool is_of_number(std::uint32_t at) const {
        return is_number(at) || stands_in(numbers_, at) ||
               (stands_in(joiners_, at) && at > 0 && at + 1 < view_.size() &&
                (is_number(at - 1) || in_name(at - 1)) && is_number(at + 1));
    }
    // Nothing but names of acts, each with its number, and the words between those of a list.
    [[nodiscard]] bool names_only(std::uint32_t begin, std::uint32_t end) const {
        bool after_name = false, any = false;
        for (auto at = begin; at < end; ++at) {
            if (in_name(at)) {
                after_name = any = true;
                continue;
            }
            if (after_name && !stands_in(provisions_, at) && is_of_number(at)) continue;
            if (!stands_in(lists_, at) && !stands_in(articles_, at)) return false;
            after_name = false;
        }
        return any;
    }
    // "The following Acts are repealed:", with nothing named in it.
    [[nodiscard]] bool opens_list(std::uint32_t first, Hit const& repeal) const {
        if (repeal.end == view_.size() || view_.same_block(repeal.end - 1, repeal.end)) return false;
        if (repeal.begin - first > longest_intro) return false;
        for (auto at = first; at < repeal.begin; ++at)
            if (in_name(at) || is_number(at) || stands_in(provisions_, at)) return false;
        return true;
    }
    // A block after the intro that is one name.
    [[nodiscard]] bool is_item(ActName const& name, std::uint32_t intro_end) const {
        auto const at = begin_of(name);
        if (at < intro_end) return false;
        auto first = at;
        while (first > intro_end && view_.same_block(first - 1, first)) --first;
        return names_only(first, block_end(at));
    }

    ActText const& act_;
    std::span<std::uint32_t const> segments_;
    View view_;
    Hits repeals_, articles_, joiners_, lists_, numbers_, provisions_;
    std::vector<ActName> names_;
};

// How the title of an act calls it: as a whole, or by the name that it is but for an article, a year and a
// number. A title that only mentions another act is not called so.
[[nodiscard]] std::vector<TitleKey> keys_of_title(Preparer& preparer, program::KnownConcepts const& known,
                                                  std::string const& title, std::string const& language) {
    auto const document = akn::document_from_text("“" + title + "”", language);
    auto const act = preparer.prepare_title(document, language);
    std::vector<TitleKey> keys{{key_of(title), {}}};
    if (act.code == nullptr) return keys;
    auto const names = read_names(act, known);
    for (std::uint32_t row = 0; row < act.text.segments.size(); ++row) {
        auto const& segment = act.text.segments[row];
        View view(act, std::span(&row, 1));
        auto const stands = [&](ConceptId id, std::uint32_t token) {
            return act.code->knows(id) && stands_in(view.concept_hits(id), token - segment.token_begin);
        };
        for (auto const& name : names) {
            if (name.segment != row) continue;
            bool whole = true;
            for (auto at = segment.token_begin; at < segment.token_end; ++at)
                whole =
                    whole &&
                    ((name.begin <= at && at < name.end) ||
                     (at < name.begin && stands(known.name_opener, at)) ||
                     (at >= name.end && (has_digit(word_at(act, at)) || stands(known.act_number_word, at) ||
                                         stands(known.name_joiner, at))));
            if (whole) keys.push_back({key_of(name.words(act)), year_of(act, name, segment.token_end)});
        }
    }
    keys.front().year = keys.back().year;
    return keys;
}

// When an act was made: the date of the work, else the year of its title; empty when neither is known.
[[nodiscard]] std::string made(akn::Document const& document, std::vector<TitleKey> const& titles) {
    auto const& date = document.meta.date_work;
    return date.size() >= 4 ? date.substr(0, 10) : titles.front().year;
}

// Whether the act is the one that is named and repealed: by the year where the words have one, else because
// it was made before the act that repeals.
[[nodiscard]] bool is_meant(TitleKey const& name, std::vector<TitleKey> const& titles,
                            std::string const& act_made, std::string const& repeal_made) {
    if (!act_made.empty() && !repeal_made.empty() && repeal_made < act_made) return false;
    bool const earlier = !act_made.empty() && act_made < repeal_made;
    return std::any_of(titles.begin(), titles.end(), [&](TitleKey const& title) {
        if (title.key != name.key) return false;
        if (name.year.empty()) return earlier;
        return name.year == (title.year.empty() ? act_made.substr(0, 4) : title.year);
    });
}

struct Repealed {
    TitleKey name;
    ActRepeal row;  // the act is not known yet
};

[[nodiscard]] std::vector<Repealed> read_repeals(ActContext const& context,
                                                 program::KnownConcepts const& known) {
    std::vector<Repealed> found;
    auto const& act = context.text;
    if (act.code == nullptr || !act.code->knows(known.act_repeal)) return found;
    if (act.document->meta.document_type == "bill") return found;  // not yet
    std::vector<std::uint32_t> passages;
    for (auto const segment : act.segments_with(known.act_repeal))
        for (auto const passage : context.passages_of(segment)) passages.push_back(passage);
    std::sort(passages.begin(), passages.end());
    passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
    for (auto const passage : passages) {
        auto const leaf = act.text.passages[passage].leaf;
        auto const& unit = act.text.units[act.unit_of_passage[passage]];
        auto const place = leaf.valid() ? leaf : unit.provision;
        auto const& provision = act.document->at(place);
        if (provision.force != akn::Force::in_force || provision.quoted) continue;
        RepealReader const reader(act, passage, known);
        for (auto const& [name, end] : reader.repealed())
            found.push_back({{key_of(name.words(act)), reader.year(name)},
                             {DocumentId(), act.id, place, name.text_begin(act), end}});
    }
    return found;
}

// By act.
[[nodiscard]] std::vector<std::vector<Repealed>> read_all_repeals(SetText const& set, unsigned threads) {
    std::vector<std::vector<Repealed>> by_act(set.acts.size());
    for_each_row(by_act.size(), threads, [&](std::size_t, std::size_t row) {
        by_act[row] = read_repeals(*set.acts[row], set.program->known);
    });
    return by_act;
}

}  // namespace

std::map<std::string, std::size_t> repealed_names(SetText const& set, unsigned threads) {
    std::map<std::string, std::size_t> names;
    std::set<std::pair<DocumentId, std::uint32_t>> counted;  // several passages may share the words
    for (auto const& rows : read_all_repeals(set, threads))
        for (auto const& [name, row] : rows)
            if (counted.insert({row.by, row.text_begin}).second) ++names[name.key];
    return names;
}

std::vector<ActRepeal> act_repeals(SetText const& set, unsigned threads) {
    auto by_act = read_all_repeals(set, threads);
    std::map<DocumentId, ActRepeal> repeals;
    std::map<DocumentId, std::vector<TitleKey>> known;
    Preparer preparer(*set.program);
    auto const titles = [&](DocumentId id) -> std::vector<TitleKey> const& {
        auto& keys = known[id];
        auto const& act = set.acts[id.index()]->text;
        auto const language = act.code == nullptr ? std::string() : act.code->language;
        if (keys.empty())
            keys = keys_of_title(preparer, set.program->known, act.document->meta.title, language);
        return keys;
    };
    auto const made_at = [&](DocumentId id) {
        return made(*set.acts[id.index()]->text.document, titles(id));
    };
    for (auto& rows : by_act)
        for (auto& [name, found] : rows) {
            found.by = set.document_of(found.by);
            for (std::size_t row = 0; row < set.documents(); ++row) {
                found.act = DocumentId(row);
                if (found.act != found.by &&
                    is_meant(name, titles(found.act), made_at(found.act), made_at(found.by)))
                    repeals.try_emplace(found.act, found);
            }
        }
    std::vector<ActRepeal> all;
    for (auto const& [id, row] : repeals) all.push_back(row);
    return all;
}

}  // namespace lacuna::match

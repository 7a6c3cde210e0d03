#include "akn/bills/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "akn/names.hpp"
#include "akn/read.hpp"

namespace lacuna::akn::bills {
namespace {

[[nodiscard]] std::string shown(std::string const& words) {
    constexpr std::size_t most = 60;
    if (words.starts_with("“"))
        return words.size() <= most ? words : words.substr(0, words.rfind(' ', most)) + " …";
    if (words.size() <= most) return "“" + words + "”";
    auto const blank = words.rfind(' ', most);
    return "“" + words.substr(0, blank == std::string::npos ? 0 : blank) + " …”";
}

class Words {
  public:
    Words(WordChange const& words, Placed& done)
        : change_(words.change),
          target_(words.target),
          document_(words.target.document),
          words_(words),
          done_(done) {}

    [[nodiscard]] std::string run() {
        if (change_.fresh.size() > 1 || change_.old.size() > 1 || change_.unsorted.size() > 2)
            return "it changes several pieces of words at once";
        auto const* fresh = change_.fresh.empty() ? nullptr : &change_.fresh.front();
        auto const* old = change_.old.empty() ? nullptr : &change_.old.front();
        if (auto const cause = sort_out(fresh, old); !cause.empty()) return cause;
        if (old != nullptr) return exchange(*old, fresh);
        if (change_.kind == ChangeText::Kind::insertion) return add(*fresh);
        return whole(*fresh);
    }

  private:
    // Of two pieces that the file calls neither old nor new, the one that stands in the provision is the old.
    [[nodiscard]] std::string sort_out(Part const*& fresh, Part const*& old) const {
        auto const& parts = change_.unsorted;
        if (parts.empty())
            return fresh == nullptr && old == nullptr ? "the file does not say which words" : "";
        if (parts.size() == 1 && old == nullptr && fresh == nullptr)
            return "the file does not say whether the words come or go";
        if (parts.size() != 2) return "the file does not say which words are new";
        bool const first = count(parts[0].words) > 0, second = count(parts[1].words) > 0;
        if (first == second) return "the file does not say which words are new";
        old = &parts[first ? 0 : 1];
        fresh = &parts[first ? 1 : 0];
        return {};
    }

    // The text of the provision, or of what stands inside the element.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range() const {
        auto const& blocks = document_.blocks;
        if (words_.provision.valid()) {
            auto const& row = document_.at(words_.provision);
            if (row.block_begin == row.block_end) return {0, 0};
            return {blocks[row.block_begin].begin, blocks[row.block_end - 1].end};
        }
        auto const& tag = target_.tags[words_.tag];
        std::uint32_t begin = 0, end = 0;
        for (auto const& run : document_.runs) {
            if (run.source_begin < tag.begin || run.source_begin >= tag.end) continue;
            if (end == 0) begin = run.text_begin;
            auto const next =
                std::upper_bound(document_.runs.begin(), document_.runs.end(), run.text_begin,
                                 [](std::uint32_t at, TextRun const& r) { return at < r.text_begin; });
            end = next == document_.runs.end() ? static_cast<std::uint32_t>(document_.text.size())
                                               : next->text_begin;
        }
        return {begin, end};
    }

    [[nodiscard]] std::string_view text() const {
        auto const [begin, end] = range();
        return std::string_view(document_.text).substr(begin, end - begin);
    }

    [[nodiscard]] std::size_t count(std::string const& words) const {
        std::size_t found = 0;
        if (words.empty()) return 0;
        auto const all = text();
        for (auto at = all.find(words); at != std::string_view::npos; at = all.find(words, at + words.size()))
            ++found;
        return found;
    }

    [[nodiscard]] std::string exchange(Part const& old, Part const* fresh) {
        auto const number = count(old.words);
        if (number == 0) return fmt::format("the words {} do not stand there", shown(old.words));
        if (number > 1) return fmt::format("the words {} stand there {} times", shown(old.words), number);
        auto const at = static_cast<std::uint32_t>(range().first + text().find(old.words));
        cut(at, at + static_cast<std::uint32_t>(old.words.size()), fresh);
        done_.text += fresh == nullptr ? fmt::format("the words {} taken out", shown(old.words))
                                       : fmt::format("{} for {}", shown(fresh->words), shown(old.words));
        return {};
    }

    // Tags inside the old words stay; the new words come where the old ones began.
    void cut(std::uint32_t begin, std::uint32_t end, Part const* fresh) {
        auto const span = source_span(document_, target_.source, begin, end);
        bool first = true;
        for (auto at = span.begin; at < span.end;) {
            if (target_.raw[at] == '<') {
                auto const tag = target_.raw.find('>', at);
                at = tag == std::string_view::npos ? span.end : static_cast<std::uint32_t>(tag + 1);
                continue;
            }
            auto const next = std::min<std::size_t>(target_.raw.find('<', at), span.end);
            Edit edit{at, static_cast<std::uint32_t>(next), {}};
            if (first && fresh != nullptr) edit.pieces.push_back({fresh->begin, fresh->end, ""});
            first = false;
            done_.edits.push_back(std::move(edit));
            at = static_cast<std::uint32_t>(next);
        }
    }

    [[nodiscard]] static bool is_provision(std::string const& name) {
        auto const kind = element_name(name.c_str()).kind;
        return kind == Kind::provision || kind == Kind::point || kind == Kind::grouping ||
               kind == Kind::attachment;
    }

    // Words without a place inside the provision become a paragraph at its end, where they stand by
    // themselves.
    [[nodiscard]] std::string add(Part const& fresh) {
        if (words_.tag >= target_.tags.size()) return "the file does not mark the provision as an element";
        auto const& tag = target_.tags[words_.tag];
        auto const prefix = prefix_of(tag);
        bool const beside = change_.position == "before" || change_.position == "after";
        bool const block = is_provision(std::string(tag.name));
        auto at = change_.position == "before" ? tag.begin : tag.end;
        if (!beside) {
            if (tag.empty()) return "the provision is an empty element";
            at = block ? last_paragraph() : tag.close_begin;
        }
        std::string const open = block || beside ? fmt::format("<{}p>", prefix) : " ";
        std::string const close = block || beside ? fmt::format("</{}p>", prefix) : "";
        done_.edits.push_back({at, at, {{0, 0, open}, {fresh.begin, fresh.end, ""}, {0, 0, close}}});
        done_.text +=
            fmt::format("{} put in {}", shown(fresh.words), beside ? change_.position + " it" : "at its end");
        return {};
    }

    // "akn:" where the file writes its elements so.
    [[nodiscard]] std::string prefix_of(Tag const& tag) const {
        auto const open = target_.raw.substr(tag.begin + 1, tag.open_end - tag.begin - 1);
        auto const name = open.substr(0, open.find_first_of(" \t\r\n/>"));
        auto const colon = name.rfind(':');
        return colon == std::string_view::npos ? std::string() : std::string(name.substr(0, colon + 1));
    }

    // Behind the last paragraph of words in the provision; else before its end tag.
    [[nodiscard]] std::uint32_t last_paragraph() const {
        auto const& tag = target_.tags[words_.tag];
        auto at = tag.close_begin;
        for (auto i = words_.tag + 1; i < tag.subtree_end; ++i)
            if (target_.tags[i].name == "p") at = target_.tags[i].end;
        return at;
    }

    // All words of an element that is no provision: a heading, a paragraph.
    [[nodiscard]] std::string whole(Part const& fresh) {
        if (words_.tag >= target_.tags.size() || is_provision(std::string(target_.tags[words_.tag].name)))
            return "the file does not say which words go";
        auto const& tag = target_.tags[words_.tag];
        if (tag.empty()) return "the place is an empty element";
        done_.edits.push_back({tag.open_end, tag.close_begin, {{fresh.begin, fresh.end, ""}}});
        done_.text += fmt::format("its {} is now {}", tag.name, shown(fresh.words));
        return {};
    }

    ChangeText const& change_;
    Target const& target_;
    Document const& document_;
    WordChange const& words_;
    Placed& done_;
};

}  // namespace

std::string change_words(WordChange const& words, Placed& done) {
    return Words(words, done).run();
}

}  // namespace lacuna::akn::bills

// Phrases, each a row of symbols, in one flat array: a pattern writes out as hundreds of them, and most have
// one or two words. Private to program/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace lacuna::program {

using Phrase = std::span<std::uint32_t const>;  // symbols

class Phrases {
  public:
    // One phrase without words: what a product begins with.
    [[nodiscard]] static Phrases of_no_words() {
        Phrases one;
        one.end_phrase();
        return one;
    }

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] bool empty() const { return ends_.empty(); }
    [[nodiscard]] Phrase operator[](std::size_t row) const {
        auto const begin = row == 0 ? 0 : ends_[row - 1];
        return {symbols_.data() + begin, ends_[row] - begin};
    }
    [[nodiscard]] bool has_one_without_words() const {
        for (std::size_t row = 0; row < size(); ++row)
            if ((*this)[row].empty()) return true;
        return false;
    }

    // Back to the phrases that it had when it was this big.
    void cut_to(std::size_t size) {
        ends_.resize(size);
        symbols_.resize(size == 0 ? 0 : ends_.back());
    }
    // Adds words to the phrase that is being written; end_phrase() ends it.
    void add(std::uint32_t symbol) { symbols_.push_back(symbol); }
    void add(Phrase symbols) {
        for (auto const symbol : symbols) symbols_.push_back(symbol);
    }
    void end_phrase() { ends_.push_back(static_cast<std::uint32_t>(symbols_.size())); }
    void append(Phrases const& more) {
        auto const before = static_cast<std::uint32_t>(symbols_.size());
        add({more.symbols_.data(), more.symbols_.size()});
        for (auto const end : more.ends_) ends_.push_back(before + end);
    }

    // Every phrase of `first` followed by every phrase of `second`.
    [[nodiscard]] static Phrases product(Phrases const& first, Phrases const& second) {
        Phrases all;
        all.ends_.reserve(first.size() * second.size());
        all.symbols_.reserve(first.symbols_.size() * second.size() + second.symbols_.size() * first.size());
        for (std::size_t head = 0; head < first.size(); ++head)
            for (std::size_t tail = 0; tail < second.size(); ++tail) {
                all.add(first[head]);
                all.add(second[tail]);
                all.end_phrase();
            }
        return all;
    }

    // The phrases that have words, sorted, each once.
    [[nodiscard]] std::vector<Phrase> distinct() const {
        std::vector<Phrase> all;
        all.reserve(size());
        for (std::size_t row = 0; row < size(); ++row)
            if (auto const phrase = (*this)[row]; !phrase.empty()) all.push_back(phrase);
        std::sort(all.begin(), all.end(), [](Phrase a, Phrase b) {
            return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
        });
        auto const same = [](Phrase a, Phrase b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end());
        };
        all.erase(std::unique(all.begin(), all.end(), same), all.end());
        return all;
    }

  private:
    std::vector<std::uint32_t> symbols_;
    std::vector<std::uint32_t> ends_;  // of each phrase, in symbols_
};

}  // namespace lacuna::program

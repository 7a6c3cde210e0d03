#pragma once

#include <algorithm>
#include <vector>

namespace lacuna {

// Sorts, and leaves one of each.
template <class T>
void sort_unique(std::vector<T>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace lacuna
